package whatnow.chat.words;

import java.util.stream.Stream;

/**
 * What a clause says of a thing.
 *
 * @param isDenied it says the opposite
 * @param at the place of its item in the clause
 * @param text as it was typed, folded
 */
record Predicate(Claim claim, boolean isDenied, int at, String text) {

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
