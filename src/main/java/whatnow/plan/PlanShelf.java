package whatnow.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatnow.time.Now;

/**
 * The plans of a folder, or of the jar. {@link #refresh} looks again; readers never wait for it.
 *
 * <p>What cannot be read changes nothing: a broken or vanished file leaves the last good plan in
 * force, and a database that is away leaves the last known activations.
 */
final class PlanShelf implements Plans {

    private static final Logger LOG = LoggerFactory.getLogger(PlanShelf.class);

    private record Shelved(RecoveryPlan plan, String text) {}

    private record Shelf(
            Map<String, PlanText> seen, PlanText defaults, Map<PlanId, Shelved> plans, List<PlanProblem> problems) {}

    private final PlanTexts texts;
    private final Set<PlanId> settings;
    private final PlanActivations activations;
    private final Now now;
    private volatile Shelf shelf = new Shelf(Map.of(), PlanText.noDefaults(), Map.of(), List.of());
    private volatile Map<PlanId, PlanActivation> lastKnown = Map.of();
    private volatile boolean databaseAway;
    private final Object readingTexts = new Object();
    private final Object readingActivations = new Object();

    /** @param settings plans that are active unless a person says otherwise */
    PlanShelf(PlanTexts texts, Set<PlanId> settings, PlanActivations activations, Now now) {
        this.texts = texts;
        this.settings = settings;
        this.activations = activations;
        this.now = now;
    }

    @Override
    public List<RecoveryPlan> active() {
        var switched = lastKnown;
        return shelf.plans().values().stream()
                .map(Shelved::plan)
                .filter(it -> isActive(it.id(), switched))
                .toList();
    }

    @Override
    public Optional<RecoveryPlan> find(PlanId id) {
        return Optional.ofNullable(shelf.plans().get(id)).map(Shelved::plan);
    }

    @Override
    public List<RecoveryPlan> all() {
        return shelf.plans().values().stream().map(Shelved::plan).toList();
    }

    @Override
    public List<PlanProblem> problems() {
        return shelf.problems();
    }

    @Override
    public Optional<String> text(PlanId id) {
        return Optional.ofNullable(shelf.plans().get(id)).map(Shelved::text);
    }

    @Override
    public Optional<PlanActivation> lastActivation(PlanId id) {
        return Optional.ofNullable(lastKnown.get(id));
    }

    @Override
    public void activate(PlanId id, boolean active, String byPerson) {
        if (find(id).isEmpty()) {
            throw new IllegalArgumentException("There is no plan (%s). The plans are: %s."
                    .formatted(id, all().stream().map(it -> it.id().name()).collect(Collectors.joining(", "))));
        }
        if (id.equals(PlanId.GENERAL) && !active) {
            throw new IllegalArgumentException(
                    "The plan (general) answers for services that no plan knows; it cannot be switched off.");
        }
        activations.append(new PlanActivation(id, active, byPerson, now.instant()));
        refreshActivations();
    }

    void refresh() {
        refreshTexts();
        refreshActivations();
    }

    /** Two at once would let the slower one put older texts back. */
    void refreshTexts() {
        synchronized (readingTexts) {
            var before = shelf;
            try {
                var read = new TreeMap<String, PlanText>();
                texts.read().forEach(it -> read.put(it.plan(), it));
                if (!read.equals(before.seen())) {
                    shelf = reload(before, read);
                }
            } catch (IOException | RuntimeException e) {
                shelf = unreadable(before, e);
            }
            tell(before.problems(), shelf.problems());
        }
    }

    /** Apart from the texts, because a database that is away may take half a minute to say so. */
    void refreshActivations() {
        synchronized (readingActivations) {
            try {
                lastKnown = activations.newest().stream()
                        .collect(Collectors.toUnmodifiableMap(PlanActivation::plan, it -> it));
                databaseAway = false;
            } catch (RuntimeException e) {
                if (!databaseAway) {
                    LOG.warn("Who switched which plan on cannot be read; what was last known counts.", e);
                }
                databaseAway = true;
            }
        }
    }

    private static Shelf reload(Shelf before, Map<String, PlanText> read) {
        var problems = new ArrayList<PlanProblem>();
        var defaults = read.getOrDefault(PlanText.DEFAULTS, PlanText.noDefaults());
        var wrong = PlanReader.problemsOf(defaults);
        if (!wrong.isEmpty()) {
            problems.addAll(wrong);
            defaults = before.defaults();
        }
        var plans = new TreeMap<PlanId, Shelved>(Comparator.comparing(PlanId::name));
        plans.putAll(before.plans());
        for (var text : read.values()) {
            if (text.plan().equals(PlanText.DEFAULTS)) {
                continue;
            }
            switch (PlanReader.read(text, defaults)) {
                case PlanReader.Taken taken -> plans.put(taken.plan().id(), new Shelved(taken.plan(), taken.text()));
                case PlanReader.Refused refused -> problems.addAll(refused.problems());
            }
        }
        before.plans().keySet().stream()
                .filter(it -> !read.containsKey(it.name()))
                .forEach(it -> problems.add(new PlanProblem(
                        it.name(),
                        it.name() + "/plan.yaml",
                        0,
                        "no file",
                        "the plan's file",
                        "The last good text stays in force until the next start; put the file back.")));
        return new Shelf(Map.copyOf(read), defaults, new LinkedHashMap<>(plans), List.copyOf(problems));
    }

    private Shelf unreadable(Shelf before, Exception e) {
        var problem = new PlanProblem(
                "",
                texts.toString(),
                0,
                e.toString(),
                "a folder of plans that can be read",
                "Check (whatnow.knowledge) and its rights; the last good plans stay in force.");
        return new Shelf(Map.of(), before.defaults(), before.plans(), List.of(problem));
    }

    private boolean isActive(PlanId id, Map<PlanId, PlanActivation> switched) {
        if (id.equals(PlanId.GENERAL)) {
            return true;
        }
        var byPerson = switched.get(id);
        return byPerson == null ? settings.contains(id) : byPerson.active();
    }

    private static void tell(List<PlanProblem> before, List<PlanProblem> problems) {
        problems.stream()
                .filter(it -> !before.contains(it))
                .forEach(it -> LOG.warn("A plan was not taken, the last good one stays. {}", it.sentence()));
    }
}
