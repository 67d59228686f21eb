package whatnow.signal.mapping;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import whatnow.signal.sender.Format;

/** Where mappings lie, and who looks for changes. It polls, because folders in containers do not report any. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    /** Addresses of doors that are no format's name. */
    private static final Set<String> ADDRESSES = Set.of("sns");

    @Bean
    MappingShelf mappings(
            @Value("${whatnow.intake.mappings:}") String folder,
            @Value("${whatnow.data:data}") Path data,
            List<Format> shipped) {
        var taken = new HashSet<>(ADDRESSES);
        shipped.forEach(it -> {
            taken.add(it.key());
            taken.addAll(it.alsoCalled());
        });
        var shelf = new MappingShelf(folder.isBlank() ? data.resolve("mappings") : Path.of(folder), taken);
        shelf.refresh();
        return shelf;
    }

    @Bean
    MappingWatch mappingWatch(MappingShelf shelf) {
        return new MappingWatch(shelf);
    }

    record MappingWatch(MappingShelf shelf) {

        @Scheduled(
                fixedDelayString = "${whatnow.intake.mappings-every:PT2S}",
                initialDelayString = "${whatnow.intake.mappings-every:PT2S}")
        void look() {
            shelf.refresh();
        }
    }
}
