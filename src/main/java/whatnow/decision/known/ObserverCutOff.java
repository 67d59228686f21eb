package whatnow.decision.known;

/** All checks of one observer fail while checks from outside pass: it is the observer that is cut off. */
public record ObserverCutOff(String observer, Belief belief) implements Known {

    @Override
    public String inWords() {
        return "every check of %s fails while checks from outside pass".formatted(observer);
    }
}
