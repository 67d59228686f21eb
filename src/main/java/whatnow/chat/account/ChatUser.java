package whatnow.chat.account;

/**
 * Somebody as a chat knows them. The ids never change and tell two apart.
 *
 * @param team workspace or server
 */
public record ChatUser(ChatService service, String team, String id) {

    private static final int LONGEST = 100;

    public ChatUser {
        if (id.isBlank() || id.length() > LONGEST || team.length() > LONGEST) {
            throw new IllegalArgumentException("The ids of a chat user have 1 to %d characters; these have %d and %d."
                    .formatted(LONGEST, team.length(), id.length()));
        }
    }
}
