package whatnow.plan;

import java.util.List;

/** What one place of the source says about a number that another place contradicts. */
public record Stated(String says, List<String> rows) {}
