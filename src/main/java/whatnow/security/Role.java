package whatnow.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do. A role covers others by the table here and by nothing else: neither the order of the constants
 * nor the rank of a person counts.
 */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Works on incidents. */
    RESPONDER,
    /** Settles what only a named person may settle. */
    COMMANDER,
    /** Proposes rules and articles. */
    RULE_AUTHOR,
    /** Signs plans, rules and articles. */
    APPROVER,
    /** Lets people in. */
    ADMIN,
    /** A machine that reports signals and reads nothing but metrics. */
    INTAKE;

    /** Which roles' rights this one has. */
    public Set<Role> covers() {
        return switch (this) {
            case VIEWER -> Set.of(VIEWER);
            case RESPONDER -> Set.of(RESPONDER, VIEWER);
            case COMMANDER -> Set.of(COMMANDER, RESPONDER, VIEWER);
            case RULE_AUTHOR -> Set.of(RULE_AUTHOR, VIEWER);
            case APPROVER -> Set.of(APPROVER, RULE_AUTHOR, VIEWER);
            case ADMIN -> Set.of(ADMIN, APPROVER, RULE_AUTHOR, COMMANDER, RESPONDER, VIEWER);
            case INTAKE -> Set.of(INTAKE);
        };
    }

    public boolean covers(Role other) {
        return covers().contains(other);
    }

    /** {@code intake} is for machines: nobody signs in with it. */
    public boolean isForPeople() {
        return this != INTAKE;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> named(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
