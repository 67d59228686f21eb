package whatnow.plan;

import java.util.List;
import java.util.Optional;

/** A role of the plan and the people who fill it. An external party has {@code external} true. */
public record Contact(
        String role,
        String title,
        Optional<Person> primary,
        Optional<Person> backup,
        List<String> duties,
        boolean external,
        List<String> rows) {

    public record Person(String name, Optional<String> phone, Optional<String> email) {}
}
