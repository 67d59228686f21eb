package whatnow.incident;

/** Who said a fact. */
public record FactSource(Kind kind, String name) {

    public enum Kind {
        PERSON,
        ALERT,
        PROBE,
        PROVIDER,
        SYSTEM
    }

    @Override
    public String toString() {
        return name;
    }
}
