package whatnow.message.slack;

import whatnow.message.Channel;
import whatnow.testkit.slack.FakeSlack;

/** The real way to a Slack that is not, for tests of other packages. */
public final class Slacks {

    public static Channel to(FakeSlack slack) {
        return to(slack, FakeSlack.BOT_TOKEN);
    }

    public static Channel to(FakeSlack slack, String token) {
        return new SlackChannel(new SlackSettings(token, slack.api()));
    }

    private Slacks() {}
}
