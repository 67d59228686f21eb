package whatnow.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may take which route: the lines of {@code routes.txt} (S-10). What stands in no line is closed. */
final class RouteTable {

    private static final String ANYONE = "anyone";

    private final List<Route> routes;

    /**
     * One line.
     *
     * @param anyone also those who did not sign in
     * @param roles any of these will do; empty if anyone may
     */
    record Route(Set<String> methods, PathPattern path, boolean anyone, Set<Role> roles) {

        boolean admits(Role role) {
            return anyone || roles.stream().anyMatch(role::covers);
        }

        private boolean matches(String method, PathContainer asked) {
            var plain = method.equals("HEAD") ? "GET" : method;
            return methods.contains(plain) && path.matches(asked);
        }
    }

    private RouteTable(List<Route> routes) {
        this.routes = routes;
    }

    static RouteTable shipped() {
        try {
            return parse(new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException("The table of routes (routes.txt) cannot be read.", missing);
        }
    }

    static RouteTable parse(String text) {
        return new RouteTable(text.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                .map(RouteTable::route)
                .toList());
    }

    /** The most specific line wins, whatever their order. */
    Optional<Route> find(String method, String path) {
        var asked = PathContainer.parsePath(path);
        return routes.stream()
                .filter(it -> it.matches(method, asked))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.path(), other.path()));
    }

    /** The line for a pattern as a controller declares it. */
    Optional<Route> declared(String method, String pattern) {
        return routes.stream()
                .filter(it -> it.methods().contains(method)
                        && it.path().getPatternString().equals(pattern))
                .findFirst();
    }

    List<Route> all() {
        return routes;
    }

    private static Route route(String line) {
        var words = line.split("\\s+");
        if (words.length != 3) {
            throw new IllegalArgumentException(
                    "The route (%s) has %d words, expected three: methods, path, roles.".formatted(line, words.length));
        }
        var anyone = words[2].equals(ANYONE);
        var roles = anyone
                ? Set.<Role>of()
                : Arrays.stream(words[2].split("\\|")).map(it -> role(it, line)).collect(Collectors.toSet());
        return new Route(
                Set.of(words[0].split("\\|")), PathPatternParser.defaultInstance.parse(words[1]), anyone, roles);
    }

    private static Role role(String key, String line) {
        return Role.named(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The route (%s) names a role (%s) that does not exist.".formatted(line, key)));
    }
}
