package whatnow.action;

import static whatnow.action.Refusal.cut;
import static whatnow.action.Refusal.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import whatnow.decision.asking.Answer;
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.asking.AnsweredFact;
import whatnow.incident.State;
import whatnow.now.Times;

/** What was typed into the form of a question: whether it is an answer, and how people will read it. */
final class AnswerReading {

    static Optional<Instant> time(AnswerForm form, Answer answer, Instant now) {
        var asksForATime =
                form == AnswerForm.TIME || (form == AnswerForm.CHANGE || form == AnswerForm.BACKUP) && answer.isYes();
        if (!asksForATime) {
            return Optional.empty();
        }
        if (form == AnswerForm.BACKUP) {
            var taken = past(answer.taken(), now);
            if (!answer.covers().isBlank() && past(answer.covers(), now).isAfter(taken.plus(Duration.ofDays(1)))) {
                throw refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "A backup does not cover what was written a day after it was taken; the WAL does, and is asked for by itself.");
            }
        }
        return Optional.of(past(answer.at(), now));
    }

    private static Instant past(String said, Instant now) {
        return Answer.time(said, now)
                .filter(it -> !it.isAfter(now.plusSeconds(60)))
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The time (%s) is not one in the past. Type it in UTC, for example 2026-11-20 02:14:10, or 02:14:10 for the last time the clock showed that."
                                .formatted(cut(said))));
    }

    /** @param byName the answer is one of the names that are offered, which is looked at elsewhere */
    static void check(AnswerForm form, Answer answer, boolean byName) {
        if (answer.cannotSee()) {
            return;
        }
        var isPlain = form == AnswerForm.CHANGE || form == AnswerForm.BACKUP || form == AnswerForm.CHOICE && !byName;
        if (isPlain && !answer.isYes() && !answer.isNo()) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The answer (%s) is not one of: yes, no, can't see.".formatted(cut(answer.answer())));
        }
        if (form == AnswerForm.SECONDS && answer.number().isEmpty()) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The number (%s) is not a number of seconds, for example 90.".formatted(cut(answer.amount())));
        }
        if (form == AnswerForm.CHANGE && answer.isYes() && answer.what().isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say what it is: a yes alone does not help.");
        }
        if (form == AnswerForm.BACKUP
                && answer.isYes()
                && Answer.oneOf(answer.what(), AnsweredFact.BACKUPS).isEmpty()) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The backup (%s) is not one of: %s."
                            .formatted(cut(answer.what()), String.join(", ", AnsweredFact.BACKUPS)));
        }
    }

    /** What the question asked for, as people will read it. */
    static String words(AnswerForm form, Answer answer, Optional<Instant> at, List<String> names) {
        if (answer.cannotSee()) {
            return "";
        }
        return switch (form) {
            case CHOICE -> answer.oneOf(names).orElse(answer.answer());
            case TIME -> at.map(Times::full).orElse("");
            case SECONDS -> answer.amount().strip() + " s";
            case CHANGE ->
                answer.isYes()
                        ? "%s, %s"
                                .formatted(
                                        answer.what().strip(),
                                        at.map(Times::full).orElse(""))
                        : "none";
            case BACKUP ->
                answer.isYes()
                        ? "%s of %s, checked %s"
                                .formatted(
                                        answer.what().strip(),
                                        answer.taken().strip(),
                                        at.map(Times::full).orElse(""))
                        : "none";
            case LOSS -> "";
        };
    }

    static State state(AnswerForm form, Answer answer) {
        if (answer.cannotSee()) {
            return State.UNKNOWN;
        }
        return switch (form) {
            case CHOICE, CHANGE, BACKUP -> answer.isNo() ? State.FALSE : State.TRUE;
            case TIME, SECONDS, LOSS -> State.TRUE;
        };
    }

    private AnswerReading() {}
}
