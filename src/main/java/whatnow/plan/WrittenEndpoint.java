package whatnow.plan;

import java.util.Set;
import whatnow.plan.PlannedService.Endpoint;

/** Whether what a plan says of an endpoint fits together. */
final class WrittenEndpoint {

    private static final Set<String> KINDS = Set.of("http", "tcp");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    static void check(String path, Endpoint it, Problems problems) {
        if (!KINDS.contains(it.kind())) {
            if (!it.kind().isEmpty()) {
                problems.add(path + ".kind", it.kind(), "http or tcp", "Take one of the two.");
            }
            return;
        }
        var isHttp = it.kind().equals("http");
        if (!it.address().isEmpty()
                && EndpointAddress.of(it.kind(), it.address()).isEmpty()) {
            problems.add(
                    path + ".address",
                    it.address(),
                    isHttp
                            ? "an address such as https://host/health, without a name or password"
                            : "an address such as host:5432",
                    "Correct the address or the kind.");
        }
        it.method()
                .filter(method -> !METHODS.contains(method))
                .ifPresent(method -> problems.add(path + ".method", method, "GET or HEAD", "Take one of the two."));
        if (isHttp) {
            textThatHeadNeverSees(path, it, problems);
        } else {
            whatOnlyHttpHas(path, it, problems);
        }
        timeouts(path, it, problems);
    }

    private static void textThatHeadNeverSees(String path, Endpoint it, Problems problems) {
        if (it.text().isPresent() && it.method().filter("HEAD"::equals).isPresent()) {
            problems.add(path + ".text", it.text().get(), "no text where the method is HEAD", "Take GET.");
        }
    }

    private static void whatOnlyHttpHas(String path, Endpoint it, Problems problems) {
        var remedy = "Remove it, or make the endpoint one of kind http.";
        it.method().ifPresent(method -> problems.add(path + ".method", method, "no method for tcp", remedy));
        it.status().ifPresent(status -> problems.add(path + ".status", status.toString(), "no status for tcp", remedy));
        it.text().ifPresent(text -> problems.add(path + ".text", text, "no text for tcp", remedy));
    }

    private static void timeouts(String path, Endpoint it, Problems problems) {
        if (it.timeout().isPresent()
                && it.interval().isPresent()
                && it.timeout().get().compareTo(it.interval().get()) > 0) {
            problems.add(
                    path + ".timeout",
                    Durations.words(it.timeout().get()),
                    "a time no longer than the interval, "
                            + Durations.words(it.interval().get()),
                    "Shorten it, or look less often.");
        }
    }

    private WrittenEndpoint() {}
}
