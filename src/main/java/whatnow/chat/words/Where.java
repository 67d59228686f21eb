package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatnow.incident.Subject;
import whatnow.plan.ServiceKind;

/** The services and places of which a clause speaks. */
final class Where {

    private static final List<String> LOGIN = List.of("authentication", "auth", "login", "sso");

    private final Parsed parsed;
    private final Names names;
    private final List<Thing> services;

    /** @param isVague several services are called so */
    record Place(Subject subject, boolean isVague) {}

    Where(Parsed parsed, Names names) {
        this.parsed = parsed;
        this.names = names;
        this.services = found();
    }

    private List<Thing> found() {
        var named =
                parsed.things().stream().filter(it -> it.is(Names.Kind.SERVICE)).toList();
        return named.isEmpty()
                ? parsed.things().stream().flatMap(it -> general(it).stream()).toList()
                : named;
    }

    /** {@code the queue}, where plans have one. */
    private Optional<Thing> general(Thing thing) {
        var isPassing = thing.is(Topic.PRIMARY) && parsed.part().isPresent();
        var named = thing.is(Topic.LOGIN) ? names.called(LOGIN) : kind(thing).flatMap(names::only);
        return named.filter(_ -> !isPassing)
                .map(it -> new Thing(
                        Optional.of(Names.Kind.SERVICE),
                        Optional.empty(),
                        Set.of(it),
                        thing.isPlace(),
                        false,
                        thing.at()));
    }

    private static Optional<ServiceKind> kind(Thing thing) {
        if (thing.is(Topic.DATABASE) || thing.is(Topic.PRIMARY)) {
            return Optional.of(ServiceKind.DATABASE);
        }
        if (thing.is(Topic.QUEUE)) {
            return Optional.of(ServiceKind.QUEUE);
        }
        return thing.is(Topic.CACHE) ? Optional.of(ServiceKind.CACHE) : Optional.empty();
    }

    boolean hasServices() {
        return !services.isEmpty();
    }

    boolean isVague() {
        return services.stream().anyMatch(it -> it.names().size() > 1);
    }

    boolean isDatabase() {
        return services.stream()
                .anyMatch(it -> names.database().filter(it.names()::contains).isPresent());
    }

    /** Something is said of what is kept in a database or another store. */
    boolean isStore() {
        return services.stream()
                .anyMatch(it -> it.isPlace() && it.names().stream().allMatch(names::isStore));
    }

    boolean isQueue() {
        return services.stream()
                .anyMatch(it -> names.only(ServiceKind.QUEUE)
                        .filter(it.names()::contains)
                        .isPresent());
    }

    Optional<String> single() {
        return services.stream()
                .filter(it -> it.names().size() == 1)
                .flatMap(it -> it.names().stream())
                .findFirst();
    }

    /** Each service in each region that is said; every candidate of a name that several have. */
    List<Place> services() {
        var places = new ArrayList<Place>();
        for (var service : services) {
            for (var name : service.names()) {
                for (var region : regions()) {
                    places.add(new Place(
                            subject(Optional.of(name), region), service.names().size() > 1));
                }
            }
        }
        return places;
    }

    /** Each service, or nothing. */
    List<Subject> subjects() {
        return services.isEmpty()
                ? List.of(Subject.NOTHING)
                : services.stream()
                        .flatMap(it -> it.names().stream())
                        .map(it -> subject(Optional.of(it), Optional.empty()))
                        .toList();
    }

    Subject service() {
        return subject(first(), Optional.empty());
    }

    Subject place() {
        return subject(first(), regions().getFirst());
    }

    private Optional<String> first() {
        return services.stream().flatMap(it -> it.names().stream()).findFirst();
    }

    private List<Optional<String>> regions() {
        var regions = parsed.things().stream()
                .filter(it -> it.is(Names.Kind.REGION) && it.names().size() == 1)
                .flatMap(it -> it.names().stream())
                .distinct()
                .map(Optional::of)
                .toList();
        return regions.isEmpty() ? List.of(Optional.empty()) : regions;
    }

    static Subject region(String name) {
        return subject(Optional.empty(), Optional.of(name));
    }

    static Subject zone(String name) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty());
    }

    private static Subject subject(Optional<String> service, Optional<String> region) {
        return new Subject(Optional.empty(), service, region, Optional.empty(), Optional.empty());
    }
}
