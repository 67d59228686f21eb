package whatnow.decision.asking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an answer would change of a decision, the gravest first. Questions are asked in this order. */
public enum Effect {
    /** Another way of recovering, or the same to another place. */
    STRATEGY,
    /** What must happen before it, what holds it, and what is forbidden. */
    GATE,
    /** Which of the article's steps are the right ones: a command for the wrong machine does harm. */
    STEPS,
    SEVERITY,
    TIER,
    /** Who is called, who is told, what is lost. */
    OTHER,
    /** What would be done instead, if the strategy were given up: worth a question only where a rule asks it. */
    INSTEAD;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
