package whatnow.chat;

import org.springframework.stereotype.Component;
import whatnow.chat.door.Answers;

/** What the doors of chats ask: the one grammar. */
@Component
class SpokenCommands implements Answers {

    private final Commands commands;

    SpokenCommands(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Reply to(Line line) {
        return commands.answer(line);
    }
}
