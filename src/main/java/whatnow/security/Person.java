package whatnow.security;

import java.security.Principal;

/** Who is asking: a person, or the machine that a token was made for. */
public record Person(String name, Role role) implements Principal {

    public static final int LONGEST_NAME = 80;

    public Person {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A name has between 1 and %d characters, this one has %d.".formatted(LONGEST_NAME, name.length()));
        }
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean may(Role needed) {
        return role.covers(needed);
    }
}
