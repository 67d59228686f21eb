package whatnow.chat.words;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a clause says of a thing.
 *
 * @param isDenied it says the opposite
 * @param at the place of its item in the clause
 * @param text as it was typed, folded
 */
record Predicate(Claim claim, boolean isDenied, int at, String text) {

    private static final Set<Claim> GOOD =
            EnumSet.of(Claim.UP, Claim.READY, Claim.TRUSTED, Claim.CAUGHT_UP, Claim.FLOWS, Claim.RAN);

    Predicate denied(boolean isSo) {
        return new Predicate(claim, isSo, at, text);
    }

    Predicate as(Claim other) {
        return new Predicate(other, isDenied, at, text);
    }

    Predicate opposite() {
        return denied(!isDenied);
    }

    boolean isSo() {
        return !isDenied;
    }

    boolean isGood() {
        return isDenied != GOOD.contains(claim);
    }

    /** Of trouble that was named before, that it is over or not: {@code has not stopped}. */
    boolean isOfGoingOn() {
        return claim == Claim.STOPPED && has("stop", "ceas", "let up");
    }

    boolean begins(String... words) {
        return Stream.of(words).anyMatch(text::startsWith);
    }

    boolean has(String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }

    boolean is(String... words) {
        return Stream.of(words).anyMatch(text::equals);
    }
}
