package whatnow.chat.verb;

import java.util.List;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Verb;
import whatnow.security.Role;

/** A word that people of other tools say and that does nothing here: what there is instead is the answer. */
record LaterVerb(String name, List<String> aliases, String says) implements Verb {

    @Override
    public String form() {
        return name;
    }

    @Override
    public Role needs() {
        return Role.VIEWER;
    }

    @Override
    public Reply answer(Said said) {
        return Reply.refused("There is no (%s) here.".formatted(name), says);
    }
}
