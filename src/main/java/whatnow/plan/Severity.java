package whatnow.plan;

import java.util.Optional;
import java.util.stream.Stream;

/** How much harm is being done now, gravest first. {@code UNKNOWN} when no rule could tell. */
public enum Severity {
    SEV1("Complete failure"),
    SEV2("Major outage"),
    SEV3("Service disruption"),
    SEV4("Minor incident"),
    SEV5("Information"),
    UNKNOWN("Severity unknown");

    private final String words;

    Severity(String words) {
        this.words = words;
    }

    /** As people write it, for example {@code SEV-2}; empty for any other word. */
    public static Optional<Severity> named(String name) {
        return Stream.of(values())
                .filter(it -> it.name().equalsIgnoreCase(name.strip().replace("-", "")))
                .findFirst();
    }

    public String words() {
        return words;
    }

    /** Whether only a named person may lower, resolve or close it. */
    public boolean isMajor() {
        return this == SEV1 || this == SEV2;
    }

    public boolean isGraverThan(Severity other) {
        return compareTo(other) < 0;
    }
}
