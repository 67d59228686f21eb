package whatnow.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of an incident inside the product. People say its number. */
public record IncidentId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IncidentId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
