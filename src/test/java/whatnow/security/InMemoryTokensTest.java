package whatnow.security;

class InMemoryTokensTest extends TokensContract {

    private final Tokens tokens = new InMemoryTokens();

    @Override
    Tokens tokens() {
        return tokens;
    }
}
