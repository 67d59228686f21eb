package whatnow.chat.verb;

import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;

/** A word that people of other tools say and that does nothing here: what there is instead is the answer. */
record LaterVerb(Usage usage) implements Verb {

    @Override
    public Reply answer(Said said) {
        return Reply.refused("There is no (%s) here.".formatted(name()), usage.says());
    }
}
