package whatnow.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Light, dark, or as the machine is set. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    static final String COOKIE = "whatnow_theme";

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the browser, so that nothing flashes before the style sheet arrives. */
    public String scheme() {
        return this == AUTO ? "light dark" : key();
    }

    static Theme named(String key) {
        return Arrays.stream(values())
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElse(AUTO);
    }

    static Theme of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(it -> it.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(Theme::named)
                .findFirst()
                .orElse(AUTO);
    }
}
