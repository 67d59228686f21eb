package whatnow.chat.words;

/** What was read, as people read it back. */
public final class SaidText {

    public static String of(Heard.Said said) {
        return said.type().key() + " " + said.subject() + " " + said.state() + " " + said.fields();
    }

    private SaidText() {}
}
