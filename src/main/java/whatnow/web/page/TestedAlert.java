package whatnow.web.page;

import whatnow.now.Foresight.Foreseen;

/**
 * How a test alert was read.
 *
 * @param kind of symptom
 * @param foreseen what it would have come to
 */
public record TestedAlert(String name, String summary, String kind, Foreseen foreseen) {}
