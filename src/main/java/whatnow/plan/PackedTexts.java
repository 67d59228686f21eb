package whatnow.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The plans that travel in the jar, for a machine that has no clone. */
record PackedTexts(String root) implements PlanTexts {

    PackedTexts() {
        this("knowledge-base/plans");
    }

    @Override
    public List<PlanText> read() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver(PackedTexts.class.getClassLoader());
        var texts = new ArrayList<PlanText>();
        for (var resource : resolver.getResources("classpath*:%s/*/plan.yaml".formatted(root))) {
            var parts = resource.getURL().getPath().split("/");
            texts.add(text(parts[parts.length - 2], parts[parts.length - 2] + "/plan.yaml", resource));
        }
        var defaults = resolver.getResource("classpath:%s/defaults.yaml".formatted(root));
        if (defaults.exists()) {
            texts.add(text(PlanText.DEFAULTS, "defaults.yaml", defaults));
        }
        return texts;
    }

    private PlanText text(String plan, String file, Resource resource) throws IOException {
        return new PlanText(plan, root + "/" + file, resource.getContentAsString(StandardCharsets.UTF_8));
    }
}
