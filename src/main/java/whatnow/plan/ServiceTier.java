package whatnow.plan;

import java.util.List;
import java.util.Optional;

/** A class of services with one promise. {@code standby} is {@code hot_standby}, {@code warm_standby}, ... */
public record ServiceTier(String id, String title, Target target, Optional<String> standby, List<String> rows) {}
