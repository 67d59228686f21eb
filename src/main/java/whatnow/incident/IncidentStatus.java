package whatnow.incident;

import java.util.Locale;

/** Where an incident stands. The first four words after triage are those of public status pages. */
public enum IncidentStatus {
    TRIAGE,
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED,
    CLOSED,
    CANCELLED,
    MERGED;

    public boolean isOpen() {
        return compareTo(RESOLVED) < 0;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
