package whatnow.plan;

import java.text.Normalizer;
import java.util.Locale;

/** How names of services are compared: as people read them, not as bytes. */
public final class ServiceNames {

    /** NFKC, without case and outer blanks. */
    public static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private ServiceNames() {}
}
