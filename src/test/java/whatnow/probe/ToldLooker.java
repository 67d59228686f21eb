package whatnow.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees what a test tells it, and never a network. Whatever nothing was said of does not answer. */
public final class ToldLooker implements Looker {

    private static final Answer NOBODY = new Answer.None("no answer within 10 s");

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final List<String> looked = new CopyOnWriteArrayList<>();

    @Override
    public Answer look(Probe probe) {
        looked.add(probe.address());
        return answers.getOrDefault(probe.address(), NOBODY);
    }

    public void works(String... addresses) {
        for (var it : addresses) {
            answers.put(it, new Answer.Right(23, Optional.empty()));
        }
    }

    public void refuses(String... addresses) {
        for (var it : addresses) {
            answers.put(it, new Answer.None("connection refused"));
        }
    }

    public void errs(String address) {
        answers.put(address, new Answer.Wrong(23, "HTTP 500, expected 200"));
    }

    public void takes(long millis, String address) {
        answers.put(address, new Answer.Right(millis, Optional.empty()));
    }

    public void forgetsAll() {
        answers.clear();
    }
}
