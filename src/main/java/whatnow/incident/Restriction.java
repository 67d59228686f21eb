package whatnow.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Only named people see the incident: whoever broke in may read along.
 *
 * @param since the first restriction that was not lifted
 * @param ask whom to ask: people and telephone numbers
 * @param names who is named besides those whose role is enough
 */
public record Restriction(
        IncidentId incident, String number, Instant since, String by, String why, String ask, SortedSet<String> names) {

    /** What the timeline calls it. */
    public static final String KIND = "restriction";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    public Restriction {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** @param commands may settle what only a named person settles: a commander or an administrator */
    public boolean admits(String person, boolean commands) {
        return commands || names.contains(person);
    }

    /** All that others learn. */
    public String sentence(Instant now) {
        return "Restricted incident since %s. Named people only; ask %s.".formatted(clock(now), ask);
    }

    /** For those who are named: who they are. */
    public String circle(Instant now) {
        return "Restricted: named people only. Commanders and administrators%s. Since %s, because %s."
                .formatted(names.isEmpty() ? "" : ", and by name " + String.join(", ", names), clock(now), why);
    }

    private String clock(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC).equals(LocalDate.ofInstant(since, ZoneOffset.UTC));
        return (today ? CLOCK : DAY).format(since);
    }

    /** @param people with their telephone numbers, as far as they are known */
    public static String ask(Collection<String> people) {
        return people.isEmpty() ? "a commander or an administrator" : String.join(", or ", new LinkedHashSet<>(people));
    }

    /** An incident with the one that leads its family: the survivor of a merge, or itself. */
    record Member(IncidentId id, String number, IncidentId head) {}

    /**
     * What is in force for each member of a family. Incidents that were merged hold one another's facts, so a
     * restriction of one holds for all of them.
     *
     * @param history oldest first
     */
    static List<Restriction> inForce(List<RestrictionEntry> history, Collection<Member> members) {
        return members.stream()
                .flatMap(it -> of(it, history, members).stream())
                .sorted(Comparator.comparing(Restriction::number))
                .toList();
    }

    private static Optional<Restriction> of(Member member, List<RestrictionEntry> history, Collection<Member> members) {
        return members.stream()
                .filter(it -> it.head().equals(member.head()))
                .flatMap(relative ->
                        standing(history.stream()
                                        .filter(it -> it.incident().equals(relative.id()))
                                        .toList())
                                .stream())
                .reduce(Restriction::with)
                .map(it -> new Restriction(
                        member.id(), member.number(), it.since(), it.by(), it.why(), it.ask(), it.names()));
    }

    /** Of one incident: what was said since it was last lifted. */
    private static Optional<Restriction> standing(List<RestrictionEntry> history) {
        Optional<Restriction> standing = Optional.empty();
        for (var entry : history) {
            standing = switch (entry.kind()) {
                case LIFTED -> Optional.empty();
                case RESTRICTED ->
                    Optional.of(standing.map(it -> it.with(alone(entry))).orElseGet(() -> alone(entry)));
                case NAMED -> standing.map(it -> it.naming(entry));
            };
        }
        return standing;
    }

    private static Restriction alone(RestrictionEntry entry) {
        return new Restriction(
                entry.incident(), "", entry.at(), entry.by(), entry.why(), entry.ask(), new TreeSet<>(entry.names()));
    }

    private Restriction naming(RestrictionEntry entry) {
        var all = new TreeSet<>(names);
        all.addAll(entry.names());
        return new Restriction(incident, number, since, by, why, entry.ask().isBlank() ? ask : entry.ask(), all);
    }

    /** The older one leads. */
    private Restriction with(Restriction other) {
        var older = other.since().isBefore(since) ? other : this;
        var all = new TreeSet<>(names);
        all.addAll(other.names());
        return new Restriction(
                older.incident(), older.number(), older.since(), older.by(), older.why(), older.ask(), all);
    }
}
