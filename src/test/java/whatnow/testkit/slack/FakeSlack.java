package whatnow.testkit.slack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import whatnow.time.LocalNow;
import whatnow.time.Now;

/**
 * Slack, as an app meets it: people type commands and press buttons, the Web API posts and updates, a response_url answers
 * late, Socket Mode connects from inside. It refuses what Slack refuses, with Slack's words.
 *
 * <p>Time is that of {@code now}, so that an application with a movable clock finds its signatures fresh. Only the wait for
 * an answer goes by the machine.
 */
public final class FakeSlack implements AutoCloseable {

    public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    public static final String BOT_TOKEN = "xoxb-1-fake-bot";
    public static final String APP_TOKEN = "xapp-1-fake-app";

    /** Where people write unless a test says otherwise. */
    public static final String CHANNEL = "C1";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Workspace workspace;
    private final Throttle throttle;
    private final WebApi api;
    private final ResponseUrls responseUrls;
    private final SocketServer sockets;
    private final Courier courier;

    private FakeSlack(HttpServer http, Now now) throws IOException {
        this.http = http;
        workspace = new Workspace(now);
        throttle = new Throttle(now);
        sockets = new SocketServer();
        api = new WebApi(workspace, throttle, sockets);
        responseUrls = new ResponseUrls(workspace, hooks());
        courier = new Courier(workspace, responseUrls, sockets);
        http.setExecutor(threads);
        http.createContext("/api/", api);
        http.createContext("/commands/", responseUrls);
        http.createContext("/actions/", responseUrls);
        http.start();
    }

    public static FakeSlack start() {
        return start(new LocalNow());
    }

    public static FakeSlack start(Now now) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var slack = new FakeSlack(HttpServer.create(here, 0), now);
            slack.channel(CHANNEL, "incidents");
            return slack;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** For {@code whatnow.slack.api}. */
    public String api() {
        return hooks() + "/api";
    }

    /** For {@code whatnow.slack.hooks}: where every response_url begins. */
    public String hooks() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Where commands and presses go: the application, such as {@code http://127.0.0.1:8080}. An open socket comes first. */
    public FakeSlack sendsTo(String application) {
        courier.sendsTo(URI.create(application));
        return this;
    }

    /** Signs with this from now on. */
    public FakeSlack signsWith(String secret) {
        courier.signsWith(secret);
        return this;
    }

    /** How long an answer may take; 3 s as with Slack unless a test is impatient. */
    public FakeSlack waitsFor(Duration patience) {
        courier.waitsFor(patience);
        return this;
    }

    /** Makes a channel that the bot is in. */
    public Channel channel(String id, String name) {
        return workspace.open(id, name);
    }

    public Channel channel(String id) {
        return workspace
                .channel(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no channel (%s).".formatted(id)));
    }

    /** The channel where people write unless a test says otherwise. */
    public Channel channel() {
        return channel(CHANNEL);
    }

    /** What stands in the channel for everybody, oldest first. */
    public List<Message> messages() {
        return channel().messages();
    }

    /** Somebody types {@code /whatnow} and this. A user {@code U1} is called {@code u1}. */
    public Delivery slash(String user, String text) {
        return slash(CHANNEL, user, text);
    }

    public Delivery slash(String channel, String user, String text) {
        return courier.command(channel(channel), user, text);
    }

    /** Somebody presses the button with this label, as the message stood when they looked at it. */
    public Delivery press(String user, Message message, String label) {
        return courier.press(channel(message.channel()), user, message, label);
    }

    /** Sends the very same request as last time, byte by byte, as one would who overheard it. */
    public Delivery replays() {
        return courier.replays();
    }

    /** Sends the same event as last time with a new signature, as Slack does when it did not hear the answer. */
    public Delivery redelivers(String reason) {
        return courier.redelivers(reason);
    }

    /** The next calls of the Web API are answered with 429 and {@code Retry-After: 1}. */
    public FakeSlack throttle(int calls) {
        throttle.next(calls, Duration.ofSeconds(1));
        return this;
    }

    /** One method in one channel is answered with 429 until that much time passed. */
    public FakeSlack throttle(String method, String channel, Duration span) {
        throttle.until(method, channel, span);
        return this;
    }

    /** Everything is answered with 429 until that much time passed. */
    public FakeSlack throttle(Duration span) {
        throttle.until(span);
        return this;
    }

    /** As Slack does it: one message a second and channel. */
    public FakeSlack paces() {
        throttle.pace();
        return this;
    }

    /** The next calls of the Web API fail with 500. */
    public FakeSlack fails(int calls) {
        throttle.fail(calls);
        return this;
    }

    /** Answers a method with an error from now on; with {@code ok} as ever. */
    public FakeSlack refuses(String method, String error) {
        api.refuse(method, error);
        return this;
    }

    /** The next calls of the Web API are obeyed, and the connection breaks off before the answer. */
    public FakeSlack losesAnswers(int calls) {
        api.loseAnswers(calls);
        return this;
    }

    /** Somebody deletes it. */
    public FakeSlack deletes(Message message) {
        channel(message.channel()).delete(message.ts());
        return this;
    }

    /** While it is down everything is answered with 503. */
    public FakeSlack isDown(boolean down) {
        throttle.down(down);
        return this;
    }

    /** The calls of the Web API so far, with how each ended. */
    public List<Call> calls() {
        return api.calls();
    }

    public List<Call> calls(String method) {
        return api.calls().stream().filter(it -> it.method().equals(method)).toList();
    }

    /** What was posted to response_urls so far, with how each ended. */
    public List<Call> posts() {
        return responseUrls.posts();
    }

    public SocketServer sockets() {
        return sockets;
    }

    @Override
    public void close() {
        sockets.close();
        http.stop(0);
        threads.shutdownNow();
    }
}
