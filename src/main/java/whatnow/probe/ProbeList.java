package whatnow.probe;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import whatnow.plan.EndpointAddress;
import whatnow.plan.FailoverCriteria;
import whatnow.plan.PlannedService;
import whatnow.plan.PlannedService.Endpoint;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.ServiceKind;
import whatnow.plan.Threshold;

/** What is to be looked at, and how, under some plans. The numbers are the plans'. */
final class ProbeList {

    private static final int USUAL_STATUS = 200;

    // S2-18 and S2-19, for a knowledge base without the defaults that are shipped.
    private static final int SERVICE_EVERY = 60;
    private static final int DEPENDENCY_EVERY = 120;
    private static final int HTTP_TIMEOUT = 10;
    private static final int TCP_TIMEOUT = 5;
    private static final int RETRIES = 3;

    private final RecoveryPlan plan;

    private ProbeList(RecoveryPlan plan) {
        this.plan = plan;
    }

    /** By id; an endpoint that a service has twice is looked at once. */
    static SortedMap<String, Probe> of(Collection<RecoveryPlan> active) {
        var probes = new TreeMap<String, Probe>();
        active.forEach(plan -> plan.services()
                .forEach(service -> service.endpoints()
                        .forEach(it -> new ProbeList(plan)
                                .probe(service, it)
                                .ifPresent(probe -> probes.putIfAbsent(probe.id(), probe)))));
        return probes;
    }

    private Optional<Probe> probe(PlannedService service, Endpoint it) {
        return EndpointAddress.of(it.kind(), it.address())
                .map(address -> new Probe(
                        plan.id(),
                        service.name(),
                        service.importance(),
                        it.region(),
                        it.kind(),
                        it.address(),
                        address,
                        it.method().orElse("GET"),
                        it.status().orElse(USUAL_STATUS),
                        it.text(),
                        it.interval().orElseGet(() -> interval(service.kind())),
                        it.timeout().orElseGet(() -> timeout(address)),
                        it.retries().orElseGet(() -> number("service_check_retries", RETRIES)),
                        it.slowAfter().or(() -> plan.failover().map(FailoverCriteria::responseTime))));
    }

    private Duration interval(ServiceKind kind) {
        return switch (kind) {
            case DATABASE, CACHE, STORAGE -> seconds("dependency_check_interval_seconds", DEPENDENCY_EVERY);
            case APPLICATION, QUEUE, NETWORK, COMPUTE, BACKUP, MONITORING, EXTERNAL ->
                seconds("service_check_interval_seconds", SERVICE_EVERY);
        };
    }

    private Duration timeout(EndpointAddress address) {
        return address.http()
                ? seconds("service_check_timeout_seconds", HTTP_TIMEOUT)
                : seconds("tcp_check_timeout_seconds", TCP_TIMEOUT);
    }

    private Duration seconds(String metric, int usual) {
        return Duration.ofSeconds(number(metric, usual));
    }

    /** The plan's own number, else the one that all plans share. */
    private int number(String metric, int usual) {
        return plan.thresholds().stream()
                .filter(it -> it.purpose() == Threshold.Purpose.MONITORING)
                .filter(it -> it.metric().equals(metric))
                .min(Comparator.comparing(Threshold::shared))
                .map(it -> (int) it.limit())
                .orElse(usual);
    }
}
