package whatnow.probe;

import java.time.Duration;
import java.util.Optional;
import whatnow.plan.EndpointAddress;
import whatnow.plan.Importance;
import whatnow.plan.PlanId;

/** A probe that is dull: each minute, ten seconds, three retries. */
final class AProbe {

    static Probe http(String address) {
        return of("http", address);
    }

    static Probe tcp(String address) {
        return of("tcp", address);
    }

    private static Probe of(String kind, String address) {
        return new Probe(
                new PlanId("ledger"),
                "ledger-api",
                Importance.CRITICAL,
                Optional.empty(),
                kind,
                address,
                EndpointAddress.of(kind, address).orElseThrow(),
                "GET",
                200,
                Optional.empty(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                3,
                Optional.empty());
    }

    static Probe within(Duration timeout, Probe it) {
        return changed(it, it.method(), it.status(), it.text(), timeout, it.retries(), it.slowAfter());
    }

    static Probe expecting(int status, Probe it) {
        return changed(it, it.method(), status, it.text(), it.timeout(), it.retries(), it.slowAfter());
    }

    static Probe expecting(String text, Probe it) {
        return changed(it, it.method(), it.status(), Optional.of(text), it.timeout(), it.retries(), it.slowAfter());
    }

    static Probe head(Probe it) {
        return changed(it, "HEAD", it.status(), it.text(), it.timeout(), it.retries(), it.slowAfter());
    }

    static Probe retrying(int retries, Probe it) {
        return changed(it, it.method(), it.status(), it.text(), it.timeout(), retries, it.slowAfter());
    }

    static Probe slowAfter(Duration limit, Probe it) {
        return changed(it, it.method(), it.status(), it.text(), it.timeout(), it.retries(), Optional.of(limit));
    }

    private static Probe changed(
            Probe it,
            String method,
            int status,
            Optional<String> text,
            Duration timeout,
            int retries,
            Optional<Duration> slowAfter) {
        return new Probe(
                it.plan(),
                it.service(),
                it.importance(),
                it.region(),
                it.kind(),
                it.address(),
                it.at(),
                method,
                status,
                text,
                it.interval(),
                timeout,
                retries,
                slowAfter);
    }

    private AProbe() {}
}
