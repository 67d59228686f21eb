package whatnow.chat.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people reach this server: what links in a chat begin with. */
@Component
public class Address {

    private static final Pattern BASE = Pattern.compile("https?://[^/\\s?#@]+(/[^\\s?#]*)?");

    private final Optional<String> set;

    Address(@Value("${whatnow.address:}") String set) {
        var plain = set.strip().replaceFirst("/+$", "");
        if (!plain.isEmpty() && !BASE.matcher(plain).matches()) {
            throw new IllegalArgumentException(
                    "The setting whatnow.address is (%s); expected: an address such as https://whatnow.example.com."
                            .formatted(set));
        }
        this.set = Optional.of(plain).filter(it -> !it.isEmpty());
    }

    /** As it is set; empty if it is not. */
    public Optional<String> set() {
        return set;
    }

    /** As it is set, else as the chat that asks reached us. */
    public String of(HttpServletRequest request) {
        return set.orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(request)
                .replaceQuery(null)
                .build()
                .toUriString());
    }
}
