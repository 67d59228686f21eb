package whatnow.database.disk;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.EnumMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import whatnow.database.EmbeddedPostgres;

@Configuration(proxyBeanMethods = false)
class DiskConfiguration {

    /** The disk of a server that the user named is the user's to watch: it may be on another machine. */
    @Bean
    DiskGuard diskGuard(
            ObjectProvider<EmbeddedPostgres> server, Environment environment, ObjectProvider<MeterRegistry> meters) {
        var folders = new EnumMap<Place.Kind, Path>(Place.Kind.class);
        server.ifAvailable(it -> folders.put(Place.Kind.DATABASE, it.cluster()));
        folders.put(
                Place.Kind.JOURNAL,
                Path.of(environment.getProperty("whatnow.data", "data"), "journal")
                        .toAbsolutePath());
        var guard = new DiskGuard(new MountedSpace(), folders);
        meters.ifAvailable(guard::measure);
        return guard;
    }
}
