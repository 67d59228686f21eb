package whatnow.chat.words;

/**
 * A clause with what it was said of, wherever that was named.
 *
 * @param isGuess it is asked or hedged
 */
record Statement(Parsed parsed, Clause clause, boolean isGuess) {

    Statement asGuess() {
        return new Statement(parsed, clause, true);
    }
}
