package whatnow.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.time.Now;

/** Wires the plans: which folder, which are active, who looks for changes. */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    static final Path IN_THE_CLONE = Path.of("knowledge-base");

    @Bean
    PlanActivations planActivations(JdbcClient jdbc) {
        return new PostgresPlanActivations(jdbc);
    }

    @Bean
    PlanShelf plans(
            @Value("${whatnow.knowledge:}") String knowledge,
            @Value("${whatnow.plans.active:}") String[] active,
            PlanActivations activations,
            Now now) {
        var settings = Arrays.stream(active)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(PlanId::new)
                .collect(Collectors.toUnmodifiableSet());
        var plans = new PlanShelf(texts(knowledge), settings, activations, now);
        plans.refresh();
        return plans;
    }

    @Bean
    PlanWatch planWatch(PlanShelf plans) {
        return new PlanWatch(plans);
    }

    /**
     * The folder that was set, else the clone's, else the copy in the jar. A folder that is not there
     * must not leave people without plans, so the copy stands in.
     */
    static PlanTexts texts(String knowledge) {
        var folder = (knowledge.isBlank() ? IN_THE_CLONE : Path.of(knowledge)).resolve("plans");
        return Files.isDirectory(folder) ? new FolderTexts(folder) : new PackedTexts();
    }
}
