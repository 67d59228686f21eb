package whatnow.chat.account;

/** The chats that have a door. */
public enum ChatService {
    SLACK("Slack"),
    MATTERMOST("Mattermost");

    private final String title;

    ChatService(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
