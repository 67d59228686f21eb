package whatnow.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a plan's folder, for example {@code freight}. */
public record PlanId(@JsonValue String name) {

    /** The plan that answers for services no other plan knows. */
    public static final PlanId GENERAL = new PlanId("general");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlanId {}

    @Override
    public String toString() {
        return name;
    }
}
