package whatnow.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which incidents only named people see. Lines are added and never altered. */
public interface Restrictions {

    void add(RestrictionEntry entry);

    /** For every incident that is restricted now, whatever its status; by number. */
    List<Restriction> inForce();

    /** Whether it was ever restricted, by itself or by hand. */
    boolean hasHistory(IncidentId incident);

    default Optional<Restriction> of(IncidentId incident) {
        return inForce().stream().filter(it -> it.incident().equals(incident)).findFirst();
    }

    /** By the number people say; the case does not matter. */
    default Optional<Restriction> numbered(String number) {
        var asked = number.toUpperCase(Locale.ROOT);
        return inForce().stream().filter(it -> it.number().equals(asked)).findFirst();
    }
}
