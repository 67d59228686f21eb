package whatnow.testkit;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import whatnow.plan.PlanReader;
import whatnow.plan.RecoveryPlan;

/** The plans that ship with the product, as the repository has them. */
public final class ShippedPlans {

    private static final Path FOLDER = Path.of("knowledge-base/plans");
    private static final Map<String, RecoveryPlan> READ = new ConcurrentHashMap<>();

    public static RecoveryPlan plan(String name) {
        return READ.computeIfAbsent(name, ShippedPlans::read);
    }

    /** The plan's text with the defaults, as it is kept beside a decision. */
    public static String text(String name) {
        return PlanReader.kept(file(name + "/plan.yaml"), file("defaults.yaml"));
    }

    private static RecoveryPlan read(String name) {
        return PlanReader.of(name, file(name + "/plan.yaml"), file("defaults.yaml"));
    }

    private static String file(String path) {
        return Texts.read(FOLDER.resolve(path));
    }

    private ShippedPlans() {}
}
