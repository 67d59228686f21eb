package whatnow.chat.door;

import whatnow.chat.Line;
import whatnow.chat.Reply;

/** Whoever answers lines. */
@FunctionalInterface
public interface Answers {

    Reply to(Line line);
}
