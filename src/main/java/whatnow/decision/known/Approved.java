package whatnow.decision.known;

/** A named person of a role agreed to a strategy, or to a loss. {@code of} is the strategy's key or {@code loss}. */
public record Approved(String of, String byRole, Belief belief) implements Known {

    @Override
    public String inWords() {
        return "%s approved by %s (%s)".formatted(of, String.join(", ", belief.sources()), byRole);
    }
}
