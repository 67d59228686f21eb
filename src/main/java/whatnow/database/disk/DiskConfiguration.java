package whatnow.database.disk;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import whatnow.database.EmbeddedPostgres;

@Configuration(proxyBeanMethods = false)
class DiskConfiguration {

    @Bean
    DiskGuard diskGuard(
            ObjectProvider<EmbeddedPostgres> server, Environment environment, ObjectProvider<MeterRegistry> meters)
            throws IOException {
        var data = Path.of(environment.getProperty("whatnow.data", "data")).toAbsolutePath();
        var launched = Optional.ofNullable(server.getIfAvailable()).map(EmbeddedPostgres::cluster);
        var guard = new DiskGuard(new MountedSpace(), folders(launched, data));
        meters.ifAvailable(guard::measure);
        return guard;
    }

    /**
     * The disk of a server that the user named is the user's to watch: it may be on another machine. Two folders on one disk
     * are told of once.
     */
    private static Map<Place.Kind, Path> folders(Optional<Path> database, Path data) throws IOException {
        var folders = new EnumMap<Place.Kind, Path>(Place.Kind.class);
        database.ifPresent(it -> folders.put(Place.Kind.DATABASE, it));
        var journal = data.resolve("journal");
        if (database.isEmpty() || !disk(database.get()).equals(disk(Files.exists(journal) ? journal : data))) {
            folders.put(Place.Kind.JOURNAL, journal);
        }
        return folders;
    }

    private static FileStore disk(Path folder) throws IOException {
        return Files.getFileStore(folder);
    }
}
