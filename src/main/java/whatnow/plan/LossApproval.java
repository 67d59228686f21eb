package whatnow.plan;

import java.util.List;

/**
 * Who may accept that more is lost than the RPO allows.
 *
 * @param assumed not said by the source in this form
 */
public record LossApproval(String role, String deputy, boolean assumed, List<String> rows) {}
