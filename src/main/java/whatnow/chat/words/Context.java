package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was named and said before a clause, of which it may go on to speak. */
final class Context {

    private final Names names;

    /** Named by clauses that said nothing yet: {@code api, web and ...}. */
    private final List<Thing> waiting = new ArrayList<>();

    private boolean isWaitingDenied;
    private Parsed about = Parsed.NOTHING;
    private List<Thing> databases = List.of();
    private Optional<Statement> last = Optional.empty();

    Context(Names names) {
        this.names = names;
    }

    List<Thing> waiting() {
        return List.copyOf(waiting);
    }

    /** {@code not the api, ...}, {@code neither api nor ...}. */
    boolean isWaitingDenied() {
        return isWaitingDenied;
    }

    Parsed about() {
        return about;
    }

    /** Databases that were named before. */
    List<Thing> databases() {
        return databases;
    }

    Optional<Statement> last() {
        return last;
    }

    /** What a clause without a subject speaks of. */
    List<Thing> earlier() {
        return waiting.isEmpty() ? about.things() : waiting();
    }

    void named(Parsed parsed) {
        var named = parsed.databases(names);
        databases = named.isEmpty() ? databases : named;
    }

    void said(Statement statement) {
        last = Optional.of(statement);
        about = statement.parsed();
        forgetWaiting();
    }

    void waits(Parsed parsed) {
        waiting.addAll(parsed.things());
        isWaitingDenied |= parsed.isDenied();
        about = parsed;
    }

    /** It names something in passing, of which the next clause may speak. */
    void passed(Parsed parsed) {
        forgetWaiting();
        about = parsed.hasThings() ? parsed.saying(List.of()) : about;
    }

    void forgetWaiting() {
        waiting.clear();
        isWaitingDenied = false;
    }
}
