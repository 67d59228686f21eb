package whatnow.catalogue;

import java.util.List;
import org.springframework.stereotype.Component;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/** The catalogue of this moment. */
@Component
public class Catalogues {

    private record Made(List<RecoveryPlan> of, Catalogue catalogue) {}

    private final Plans plans;
    private volatile Made last = new Made(List.of(), Catalogue.over(List.of()));

    Catalogues(Plans plans) {
        this.plans = plans;
    }

    /** The same object for as long as the active plans do not change. */
    public Catalogue current() {
        var active = plans.active();
        var made = last;
        if (!same(active, made.of())) {
            made = new Made(active, Catalogue.over(active));
            last = made;
        }
        return made.catalogue();
    }

    /** Plans are replaced and never altered, so identity tells, and tells fast. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(List<RecoveryPlan> a, List<RecoveryPlan> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (var i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }
}
