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
            var folder = folderOf(resource.getURL().getPath());
            texts.add(text(folder, folder + "/plan.yaml", resource));
        }
        var defaults = resolver.getResource("classpath:%s/defaults.yaml".formatted(root));
        if (defaults.exists()) {
            texts.add(text(PlanText.DEFAULTS, "defaults.yaml", defaults));
        }
        return texts;
    }

    /** {@code freight} of {@code .../plans/freight/plan.yaml}. */
    private static String folderOf(String path) {
        var folder = path.substring(0, path.lastIndexOf('/'));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private PlanText text(String plan, String file, Resource resource) throws IOException {
        return new PlanText(plan, root + "/" + file, resource.getContentAsString(StandardCharsets.UTF_8));
    }
}
