package whatnow.probe;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The observer reaches nothing any more, though it reached things just before: it may be the observer that is cut off.
 * Then one blind observer is one source, whatever number of probes it runs, and what it sees is no failure of anybody.
 *
 * @param since when the first of them was looked at that did not answer
 */
record CutOff(Instant since) {

    /** With fewer, a real failure of all of them is as likely. */
    static final int ENOUGH_HOSTS = 3;

    /** Of ten hosts one may still answer: it stands next to the observer. */
    private static final int HOSTS_FOR_A_SPARE = 10;

    /** What was last seen of one endpoint that has answered before. */
    record Sight(String host, Optional<Instant> triedAt, Optional<Instant> reachedAt, Optional<Instant> silentSince) {}

    /** All endpoints of one host. */
    private record Host(Optional<Instant> triedAt, Optional<Instant> reachedAt, Optional<Instant> silentSince) {

        static Host of(List<Sight> sights) {
            return new Host(
                    sights.stream().flatMap(it -> it.triedAt().stream()).max(Comparator.naturalOrder()),
                    sights.stream().flatMap(it -> it.reachedAt().stream()).max(Comparator.naturalOrder()),
                    sights.stream().flatMap(it -> it.silentSince().stream()).max(Comparator.naturalOrder()));
        }

        boolean isSilentAfter(Instant moment) {
            return silentSince.isPresent() && triedAt.filter(moment::isBefore).isPresent();
        }

        boolean fellSilentAfter(Instant moment) {
            return isSilentAfter(moment) && silentSince.filter(moment::isBefore).isPresent();
        }
    }

    /**
     * Every host but a spare one in ten was tried since anything last answered, and at least three of them answered until
     * then. What the machine itself answers shows nothing of its network.
     */
    static Optional<CutOff> in(Collection<Sight> sights) {
        var hosts = sights.stream()
                .filter(it -> !isThisMachine(it.host()))
                .collect(Collectors.groupingBy(Sight::host))
                .values()
                .stream()
                .map(Host::of)
                .toList();
        var spare = hosts.size() / HOSTS_FOR_A_SPARE;
        var reached = hosts.stream()
                .flatMap(it -> it.reachedAt().stream())
                .sorted(Comparator.reverseOrder())
                .skip(spare)
                .findFirst();
        return reached.flatMap(it -> since(hosts, it, hosts.size() - spare));
    }

    private static Optional<CutOff> since(List<Host> hosts, Instant reached, int needed) {
        var fell = hosts.stream().filter(it -> it.fellSilentAfter(reached)).toList();
        var silent = hosts.stream().filter(it -> it.isSilentAfter(reached)).count();
        return fell.size() < ENOUGH_HOSTS || silent < needed
                ? Optional.empty()
                : fell.stream()
                        .flatMap(it -> it.silentSince().stream())
                        .min(Comparator.naturalOrder())
                        .map(CutOff::new);
    }

    static Collection<Sight> sights(Map<Probe, Course> courses) {
        return courses.entrySet().stream()
                .filter(it -> it.getValue().isObserved())
                .map(it -> new Sight(
                        it.getKey().host(),
                        it.getValue().triedAt(),
                        it.getValue().reachedAt(),
                        it.getValue().silentSince()))
                .toList();
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
    }
}
