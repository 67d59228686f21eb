package whatnow.signal;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import whatnow.incident.Fact;
import whatnow.incident.Symptom;

/** The way in for what people say in words, with all that follows from a typed fact. */
public interface SaidFacts {

    /**
     * A fact in a person's name.
     *
     * @param body as {@code POST /api/v1/facts} takes it
     * @throws Refused with the field that is wrong, what it held and what it should hold
     */
    Fact read(String person, JsonNode body);

    /** What facts would show in an incident. Nothing is written down. */
    List<Symptom> shown(Collection<Fact> facts);

    /**
     * Writes them down, all or none. One that hurts joins an incident or opens one.
     *
     * @param commands whether the person may say what only a commander says
     * @param words as they were typed
     * @throws Refused if only a commander says one of them
     */
    void learn(List<Fact> facts, boolean commands, String words);
}
