package whatnow.decision.otherwise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Words;

/** Why a strategy stands where it does, in words. */
final class StandingWords {

    static String of(Weighed it, Optional<Weighed> chosen) {
        var other = chosen.map(one -> one.kind().words()).orElse("what is chosen");
        return switch (it.standing()) {
            case CHOSEN -> "It is chosen.";
            case VETOED ->
                "It is vetoed: %s. No rule lifts that; two named persons may.".formatted(quoted(it.vetoes()));
            case ADVISED_AGAINST -> "A rule speaks against it: %s.".formatted(quoted(it.because()));
            case NOT_PROPOSED -> "No rule finds that it fits what is known.";
            case MISSES_RTO ->
                "It would take %s (%s), longer than the RTO leaves."
                        .formatted(
                                it.recovery().map(Words::span).orElse("too long"),
                                it.recoveryOrigin().orElse("no measured time"));
            case MISSES_RPO ->
                "It would lose %s, more than the RPO allows."
                        .formatted(it.loss().map(Words::span).orElse("too much"));
            case LARGER_REACH -> "It touches more than (%s), which is chosen.".formatted(other);
            case HARDER_TO_UNDO -> "It is harder to take back than (%s), which is chosen.".formatted(other);
            case MORE_LOSS -> "It would lose more than (%s).".formatted(other);
            case SLOWER -> "It is no better than (%s).".formatted(other);
        };
    }

    static String quoted(List<String> rules) {
        return rules.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
    }

    private StandingWords() {}
}
