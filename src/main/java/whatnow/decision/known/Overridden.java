package whatnow.decision.known;

/**
 * A named person overruled the rules. {@code of} is {@code severity}, {@code strategy} or {@code
 * veto:<strategy>}.
 */
public record Overridden(String of, String to, String reason, Belief belief) implements Known {

    @Override
    public String inWords() {
        return "%s set to %s by %s: %s".formatted(of, to, String.join(", ", belief.sources()), reason);
    }
}
