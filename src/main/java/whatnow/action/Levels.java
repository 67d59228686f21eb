package whatnow.action;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import whatnow.plan.EscalationStep;
import whatnow.plan.RecoveryPlan;

/**
 * The escalation levels of a plan, lowest first, and how far it has come.
 *
 * @param current the highest that is called; blank while nobody is
 */
record Levels(String plan, List<String> all, String current) {

    /** @param called levels that are called or were asked for */
    static Levels of(RecoveryPlan plan, Stream<String> called) {
        var all = plan.escalation().stream()
                .map(EscalationStep::level)
                .distinct()
                .sorted()
                .toList();
        return new Levels(
                plan.id().name(),
                all,
                called.filter(all::contains).max(String::compareTo).orElse(""));
    }

    /** @param wanted a level that is not below the current one; blank for the next */
    String above(String wanted) {
        return wanted.isBlank() ? next() : named(wanted.strip().toUpperCase(Locale.ROOT));
    }

    private String next() {
        return all.stream()
                .filter(it -> it.compareTo(current) > 0)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        "%s is the highest level of the plan %s and is called already. Call its people again; their numbers are on the card."
                                .formatted(current, plan)));
    }

    private String named(String wanted) {
        var level = wanted.startsWith("L") ? wanted : "L" + wanted;
        if (!all.contains(level)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The plan %s has no level (%s). Its levels are %s."
                            .formatted(
                                    plan,
                                    wanted.length() > 20 ? wanted.substring(0, 20) + "…" : wanted,
                                    String.join(", ", all)));
        }
        if (level.compareTo(current) < 0) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "%s is called already, and %s is below it. Name %s or a level above it."
                            .formatted(current, level, current));
        }
        return level;
    }
}
