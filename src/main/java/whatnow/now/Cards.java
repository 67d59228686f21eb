package whatnow.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import whatnow.catalogue.Catalogues;
import whatnow.decision.Decision;
import whatnow.decision.DecisionLog;
import whatnow.decision.Supposing.Supposed;
import whatnow.decision.asking.AnswerKey;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Restrictions;
import whatnow.incident.Symptom;
import whatnow.knowledge.Library;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.rulebook.BooksInForce;
import whatnow.signal.Sources;
import whatnow.time.Now;

/** Gathers what a card shows. */
@Component
class Cards implements NowCards {

    private static final String OUT_OF_BAND = "out_of_band";

    private final Incidents incidents;
    private final Restrictions restrictions;
    private final DecisionLog log;
    private final Plans plans;
    private final Catalogues catalogues;
    private final Library library;
    private final FoundSections found;
    private final Sources sources;
    private final BooksInForce books;
    private final Ranking ranking;
    private final Now now;

    Cards(
            Incidents incidents,
            Restrictions restrictions,
            DecisionLog log,
            Plans plans,
            Catalogues catalogues,
            Library library,
            FoundSections found,
            Sources sources,
            BooksInForce books,
            Ranking ranking,
            Now now) {
        this.incidents = incidents;
        this.restrictions = restrictions;
        this.log = log;
        this.plans = plans;
        this.catalogues = catalogues;
        this.library = library;
        this.found = found;
        this.sources = sources;
        this.books = books;
        this.ranking = ranking;
        this.now = now;
    }

    @Override
    public List<NowCard> all() {
        var behind = behind();
        return incidents.open().stream()
                .map(it -> card(it, behind))
                .sorted(HowBad.GRAVEST)
                .toList();
    }

    @Override
    public Optional<NowCard> of(String incidentNumber) {
        return incidents.numbered(incidentNumber).map(it -> card(it, behind()));
    }

    @Override
    public List<String> offered(String incidentNumber, AnswerKey question) {
        return incidents
                .numbered(incidentNumber)
                .flatMap(incident ->
                        log.latest(incident.id()).map(it -> picture(incident, it, incidents.facts(incident.id()))))
                .map(it -> new Asking(it).offered(question))
                .orElse(List.of());
    }

    @Override
    public NowCard supposing(Supposed supposed) {
        return card(
                supposed.incident(),
                supposed.decision(),
                supposed.decision().inputs().facts(),
                behind());
    }

    @Override
    public List<SourceLine> sources() {
        return sources.at(now.instant()).stream()
                .map(it -> new SourceLine(
                        it.name(),
                        switch (it.state()) {
                            case FRESH -> "fresh";
                            case SILENT -> "silent";
                            case NEVER -> "never observed";
                        },
                        it.lastReport()))
                .toList();
    }

    private Optional<String> behind() {
        return Behind.notice(sources.waiting(), now.instant());
    }

    private NowCard card(Incident incident, Optional<String> behind) {
        return log.latest(incident.id())
                .map(it -> card(incident, it, incidents.facts(incident.id()), behind))
                .orElseGet(() -> undecided(incident));
    }

    private NowCard card(Incident incident, Decision decision, List<Fact> facts, Optional<String> behind) {
        var picture = picture(incident, decision, facts);
        var notices = notices(incident, picture.plan());
        behind.ifPresent(notices::add);
        notices.addAll(Flapping.notices(decision.inputs().symptoms(), picture.now()));
        return CardMaker.card(picture, ranking.of(picture), library, found.of(picture), notices);
    }

    private Picture picture(Incident incident, Decision decision, List<Fact> facts) {
        var plan = plan(decision.inputs().plan());
        var suspects = suspects(plan, decision);
        return new Picture(incident, decision, plan, suspects, facts, claiming(suspects), now.instant());
    }

    private NowCard undecided(Incident incident) {
        var plan = plan(incident.plan());
        return FirstCard.of(incident, plan, incidents.symptoms(incident.id()), notices(incident, plan), now.instant());
    }

    private RecoveryPlan plan(PlanId id) {
        return plans.find(id).or(() -> plans.find(PlanId.GENERAL)).orElseThrow();
    }

    private List<String> suspects(RecoveryPlan plan, Decision decision) {
        var broken = decision.inputs().shown(plan).stream()
                .filter(it -> it.isOpen() && it.isOfService())
                .map(Symptom::service)
                .distinct()
                .toList();
        var concerned = broken.isEmpty()
                ? decision.inputs().facts().stream()
                        .filter(it -> !it.type().isPersonal())
                        .flatMap(it -> it.subject().service().stream())
                        .distinct()
                        .toList()
                : broken;
        var upstream = catalogues.current().mostUpstream(plan.id(), concerned);
        return Stream.concat(upstream.stream(), concerned.stream()).distinct().toList();
    }

    /** Plans that know one of the services; where none does, every one that is active. */
    private List<String> claiming(List<String> services) {
        var knowing = services.stream()
                .flatMap(it -> catalogues.current().candidates(it).stream())
                .map(it -> it.plan().name())
                .distinct()
                .sorted()
                .toList();
        return knowing.isEmpty()
                ? plans.active().stream()
                        .map(it -> it.id())
                        .filter(it -> !it.equals(PlanId.GENERAL))
                        .map(PlanId::name)
                        .sorted()
                        .toList()
                : knowing;
    }

    /** Real incidents that stop every drill; one that only named people see stops it too, without a word about it. */
    private List<String> stops() {
        return incidents.open().stream()
                .filter(it -> !it.drill())
                .flatMap(it -> log.latest(it.id()).stream()
                        .map(decision -> decision.outcome().assessment())
                        .filter(Rehearsal::isStoppedBy)
                        .map(assessment ->
                                restrictions.of(it.id()).isPresent() ? Rehearsal.STOP : Rehearsal.stop(it, assessment)))
                .toList();
    }

    private List<String> notices(Incident incident, RecoveryPlan plan) {
        var notices = new ArrayList<String>();
        if (incident.drill()) {
            notices.addAll(stops());
            notices.add(Rehearsal.LEAVES_OUT);
        }
        restrictions.of(incident.id()).ifPresent(it -> {
            notices.add(it.circle(now.instant()));
            notices.add(outOfBand(plan));
        });
        if (plan.id().equals(PlanId.GENERAL)) {
            notices.add("Not in any plan: nobody decided anything about this service in advance.");
        }
        plans.problems().stream()
                .filter(it -> it.plan().equals(plan.id().name()))
                .map(it -> "The plan's file is broken; the last good text is in force. " + it.sentence())
                .forEach(notices::add);
        notices.addAll(books.troubles());
        return notices;
    }

    /** The row of the plan's tables that is called so; it is never guessed from another channel. */
    static String outOfBand(RecoveryPlan plan) {
        return plan.reference().values().stream()
                .flatMap(List::stream)
                .filter(it -> it.id().equals(OUT_OF_BAND))
                .findFirst()
                .map(it -> "Out-of-band channel: %s. Write nothing in the usual chat or mail."
                        .formatted(String.join(", ", it.values().values())))
                .orElse(
                        "The plan names no out-of-band channel. Talk by telephone; write nothing in the usual chat or mail.");
    }
}
