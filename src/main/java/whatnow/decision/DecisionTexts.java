package whatnow.decision;

import java.util.Optional;

/** The texts of rule books and plans that decisions were made from, stored once by their SHA-256. */
interface DecisionTexts {

    /** @param kind {@code rules} or {@code plan} */
    void keep(String kind, String sha256, String text);

    boolean has(String sha256);

    Optional<String> find(String sha256);
}
