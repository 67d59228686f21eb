package whatnow.decision.asking;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whatnow.decision.Question;
import whatnow.incident.Subject;

/** What is answered, and about what: {@code which_loss_is_acceptable}, or {@code is_the_standby_ready@service=database}. */
public record AnswerKey(Question question, Subject subject) {

    /** One of the names on the card is the answer. */
    public boolean isAnsweredByName() {
        return switch (question) {
            case ARE_ITS_DEPENDENCIES_UP,
                    WHAT_DOES_THIS_ALERT_MEAN,
                    WHICH_PLAN,
                    WHICH_WAY_IS_IT_RUN,
                    WHICH_LOSS_IS_ACCEPTABLE -> true;
            default -> false;
        };
    }

    /** What the answer is filed under: what was asked of one service is not answered for the next one. */
    public Subject answersSubject() {
        return switch (question) {
            case ARE_ITS_DEPENDENCIES_UP,
                    WHAT_DOES_THIS_ALERT_MEAN,
                    WHICH_PLAN,
                    WHICH_WAY_IS_IT_RUN,
                    CAN_USERS_USE_IT -> subject;
            default -> Subject.NOTHING;
        };
    }

    /** As {@link #parse} reads it. */
    public String text() {
        var parts = new TreeMap<String, String>();
        subject.plan().ifPresent(it -> parts.put("plan", it));
        subject.service().ifPresent(it -> parts.put("service", it));
        subject.region().ifPresent(it -> parts.put("region", it));
        subject.zone().ifPresent(it -> parts.put("zone", it));
        subject.replica().ifPresent(it -> parts.put("replica", it));
        return parts.isEmpty()
                ? question.key()
                : parts.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", question.key() + "@", ""));
    }

    public static Optional<AnswerKey> parse(String key) {
        var at = key.indexOf('@');
        var question = at < 0 ? key : key.substring(0, at);
        return Arrays.stream(Question.values())
                .filter(it -> it.key().equals(question))
                .findFirst()
                .map(it -> new AnswerKey(it, at < 0 ? Subject.NOTHING : subject(key.substring(at + 1))));
    }

    private static Subject subject(String text) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return new Subject(
                Optional.ofNullable(parts.get("plan")),
                Optional.ofNullable(parts.get("service")),
                Optional.ofNullable(parts.get("region")),
                Optional.ofNullable(parts.get("zone")),
                Optional.ofNullable(parts.get("replica")));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
