package whatnow.decision.known;

/** Whether something that a service needs answers. */
public record DependencyState(String service, boolean external, Belief belief) implements Known {

    @Override
    public String inWords() {
        return "%s %s".formatted(service, isTrue() ? "answers" : isFalse() ? "does not answer" : "is not heard of");
    }
}
