package whatnow.now;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Asked;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Weighed;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.StrategyKind;

/** What a question is about: where something is said already, the same, so that the answer counts for the same thing. */
final class AskedAbout {

    private final List<Fact> facts;
    private final RecoveryPlan plan;
    private final List<String> suspects;
    private final List<String> regions;
    private final Choice choice;

    AskedAbout(Picture picture) {
        this.facts = picture.facts();
        this.plan = picture.plan();
        this.suspects = picture.suspects();
        this.regions = picture.regions();
        this.choice = picture.outcome().choice();
    }

    Subject subject(Asked asked) {
        var question = asked.question();
        var target = choice.chosen().flatMap(Weighed::target);
        return switch (question) {
            case CAN_USERS_USE_IT, HOW_FAR_DOES_THE_WAL_REACH, WHICH_BACKUP_IS_VERIFIED ->
                service(asked.subject().or(this::suspect));
            case WHICH_WAY_IS_IT_RUN, WHICH_PLAN, ARE_ITS_DEPENDENCIES_UP, WHAT_DOES_THIS_ALERT_MEAN ->
                service(asked.subject());
            case IS_THE_DATABASE_WRITABLE ->
                service(asked.subject().or(this::databaseNeeded).or(this::suspect));
            case WHAT_CHANGED -> service(suspect());
            case IS_THE_REGION_LOST_FROM_OUTSIDE ->
                spokenOf(FactType.REGION_STATUS, State.FALSE)
                        .filter(it -> !standsBy(it.region()))
                        .orElseGet(() -> region(region().filter(it -> !standsBy(Optional.of(it)))
                                .or(this::home)));
            case IS_THE_STANDBY_READY ->
                target.isPresent() ? region(target) : service(database().or(this::suspect));
            case IS_THERE_ROOM_IN_THE_OTHER_ZONES -> region(region());
            case WHAT_IS_THE_LAST_COMMIT_REPLAYED, HOW_FAR_BEHIND_IS_THE_REPLICA ->
                spokenOf(question.type(), State.TRUE)
                        .filter(it -> it.region().isEmpty() || it.region().equals(failoverTarget()))
                        .orElseGet(() -> region(failoverTarget()));
            case WHEN_WAS_THE_FIRST_BAD_WRITE, IS_IT_CORRUPT, WHEN_WAS_THE_FIRST_COMPROMISE, IS_SOMEBODY_INSIDE ->
                spokenOf(question.type(), State.TRUE)
                        .orElseGet(() -> service(database().or(this::suspect)));
            case ARE_THE_BACKUPS_COMPROMISED -> backupStorage();
            case IS_THE_OLD_PRIMARY_REACHABLE,
                    IS_THE_OLD_PRIMARY_FENCED,
                    WHICH_LOSS_IS_ACCEPTABLE,
                    IS_THE_OBSERVER_CUT_OFF -> Subject.NOTHING;
        };
    }

    /** Of the whole place, not of one backup in it. */
    private Subject backupStorage() {
        return facts.stream()
                .filter(it -> it.type() == FactType.BACKUP && it.state() == State.FALSE)
                .filter(it -> it.text("level").isEmpty())
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                .map(Fact::subject)
                .orElse(Subject.NOTHING);
    }

    private Optional<Subject> spokenOf(FactType type, State state) {
        return facts.stream()
                .filter(it -> it.type() == type && it.state() == state)
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                .map(Fact::subject);
    }

    Optional<String> suspect() {
        return suspects.stream().findFirst();
    }

    Optional<String> database() {
        return suspected()
                .filter(PlannedService::isDatabase)
                .map(PlannedService::name)
                .findFirst();
    }

    /** The database that hurts, else the first that something that hurts cannot work without. */
    Optional<String> databaseNeeded() {
        return database()
                .or(() -> suspected()
                        .flatMap(it -> it.dependsOn().stream())
                        .flatMap(it -> plan.service(it).stream())
                        .filter(PlannedService::isDatabase)
                        .map(PlannedService::name)
                        .findFirst());
    }

    private Stream<PlannedService> suspected() {
        return suspects.stream().flatMap(it -> plan.service(it).stream());
    }

    private Optional<String> region() {
        return Stream.concat(regions.stream(), suspected().flatMap(it -> it.regions().stream()))
                .findFirst()
                .or(this::home);
    }

    /** Where the replica stands that would be promoted, whether that is what is proposed or the next best. */
    Optional<String> failoverTarget() {
        return choice.find(StrategyKind.REGIONAL_FAILOVER)
                .map(Weighed::target)
                .orElseGet(() -> choice.chosen().flatMap(Weighed::target));
    }

    /** Where a plan runs if nobody says which of its regions is meant. */
    private Optional<String> home() {
        return plan.services().stream()
                .flatMap(it -> it.regions().stream().limit(1))
                .findFirst();
    }

    private boolean standsBy(Optional<String> region) {
        return region.filter(it -> !plan.homeRegions().contains(it))
                .filter(it ->
                        plan.services().stream().anyMatch(one -> one.regions().contains(it)))
                .isPresent();
    }

    private static Subject service(Optional<String> name) {
        return new Subject(Optional.empty(), name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Subject region(Optional<String> name) {
        return new Subject(Optional.empty(), Optional.empty(), name, Optional.empty(), Optional.empty());
    }
}
