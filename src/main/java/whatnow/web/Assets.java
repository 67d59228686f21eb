package whatnow.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Style sheet and scripts, with their content in the address, so that a new version is seen at once. */
public record Assets(Map<String, String> addresses) {

    static Assets shipped() {
        return new Assets(Stream.of(
                        "whatnow.css",
                        "whatnow.js",
                        "diagrams.js",
                        "diagram.js",
                        "vendor/htmx.min.js",
                        "vendor/mermaid.min.js")
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Assets::address)));
    }

    public String of(String file) {
        return addresses.getOrDefault(file, "/static/" + file);
    }

    private static String address(String file) {
        try {
            var content = new ClassPathResource("static/" + file).getContentAsByteArray();
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "/static/%s?v=%s".formatted(file, HexFormat.of().formatHex(digest, 0, 6));
        } catch (IOException missing) {
            throw new UncheckedIOException("The file (static/%s) is missing.".formatted(file), missing);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
