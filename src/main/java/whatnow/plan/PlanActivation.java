package whatnow.plan;

import java.time.Instant;

/** A person switched a plan on or off. */
public record PlanActivation(PlanId plan, boolean active, String byPerson, Instant at) {}
