package whatnow.chat.door;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import whatnow.chat.Line;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.account.ChatUser;
import whatnow.chat.account.Linker;
import whatnow.security.Keyring;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.testkit.Caller;

/** A started product whose chat doors are open and whose answers a test gives. */
public record ChatApplication(ConfigurableApplicationContext context, Listening listening, int port)
        implements AutoCloseable {

    /** Answers as a test says and remembers what was asked. */
    public static final class Listening implements Answers {

        private final List<Line> heard = new CopyOnWriteArrayList<>();
        private volatile Function<Line, Reply> answers = _ -> Reply.refused("Nobody said what to answer.");

        @Override
        public Reply to(Line line) {
            heard.add(line);
            return answers.apply(line);
        }

        public List<Line> heard() {
            return List.copyOf(heard);
        }

        public void answers(Function<Line, Reply> answers) {
            this.answers = answers;
        }

        void forget() {
            heard.clear();
        }
    }

    /** Not annotated: whoever starts the whole product must not find it by scanning. */
    static class StandIn {

        @Bean
        @Primary
        Listening listening() {
            return new Listening();
        }
    }

    public static ChatApplication start(Class<?> application, Map<String, String> settings, Class<?>... more) {
        var properties = new HashMap<String, Object>(settings);
        properties.putIfAbsent(
                "whatnow.data", "target/chat-data-" + ProcessHandle.current().pid());
        var context = new SpringApplicationBuilder(application, StandIn.class)
                .sources(more)
                .properties(properties)
                .registerShutdownHook(false)
                .run("--server.port=0");
        var port = requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        return new ChatApplication(context, context.getBean(Listening.class), port);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Whoever has a token of this role. */
    public Caller comes(String name, Role role) {
        return Caller.local(port, keyring().issue(name, role, "test").secret());
    }

    /** The user is this person from now on. */
    public void links(ChatUser user, String name, Role role) {
        var token = keyring().issue(name, role, "test").token();
        var linker = context.getBean(Linker.class);
        linker.accept(linker.offer(user, name).secret(), new Person(name, role), token.id());
    }

    public void forget() {
        listening.forget();
    }

    public Keyring keyring() {
        return context.getBean(Keyring.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** An answer that everybody may see, about an incident. */
    public static Reply card(String incident, String version, String head, Reply.Button... buttons) {
        return new Reply(
                Outcome.ANSWERED,
                true,
                java.util.Optional.of(incident),
                version,
                List.of(Row.head(head)),
                List.of(),
                List.of(),
                List.of(buttons));
    }

    /** An answer for whoever asked. */
    public static Reply words(Row... rows) {
        return new Reply(
                Outcome.ANSWERED,
                false,
                java.util.Optional.empty(),
                "",
                List.of(rows),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with details. */
    public static Reply with(Reply reply, Row... details) {
        return new Reply(
                reply.outcome(),
                reply.forEverybody(),
                reply.incident(),
                reply.version(),
                reply.rows(),
                List.of(details),
                reply.chips(),
                reply.buttons());
    }
}
