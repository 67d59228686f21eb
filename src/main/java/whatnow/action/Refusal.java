package whatnow.action;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An action that is not taken, in words for whoever wanted it. */
final class Refusal {

    private static final int SHOWN = 60;

    static ResponseStatusException refused(HttpStatus status, String words) {
        return new ResponseStatusException(status, words);
    }

    /** The beginning of what was typed, short enough for a sentence. */
    static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private Refusal() {}
}
