package whatnow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whatnow.plan.PlanId;
import whatnow.plan.PlanYaml;
import whatnow.plan.RecoveryPlan;

class CatalogueTest {

    static final PlanId LEDGER = new PlanId("ledger");
    static final PlanId CARDS = new PlanId("cards");

    static final RecoveryPlan GENERAL = PlanYaml.plan("""
            id: general
            title: General
            source: none
            services:
              - {name: stranger, title: Stranger, kind: application, importance: normal}
            """);

    static final RecoveryPlan CARDS_PLAN = PlanYaml.plan("""
            id: cards
            title: Cards
            source: S8
            match:
              labels:
                - {system: cards, stage: live}
              sources: [cards-probe]
              accounts: ["4711"]
            services:
              - {name: cards-web, title: Web, aliases: [ＷＥＢ, "front door"], kind: application, importance: high, depends-on: [cards-app]}
              - {name: cards-app, title: App, aliases: [app], kind: application, importance: high, depends-on: [cards-db, cards-cache]}
              - {name: cards-cache, title: Cache, kind: cache, importance: high, depends-on: [cards-net]}
              - {name: cards-db, title: Database, aliases: [database, network], kind: database, importance: high, depends-on: [cards-net]}
              - {name: cards-net, title: Net, kind: network, importance: high}
              - {name: mail, title: Mail, kind: external, importance: low}
            """);

    static final Catalogue CATALOGUE = Catalogue.over(List.of(CARDS_PLAN, GENERAL, PlanYaml.plan(PlanYaml.SMALL)));

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aNameIsComparedExactlyAndThenAsAnAlias(String name, List<String> candidates) {
        assertThat(CATALOGUE.candidates(name))
                .extracting(it -> it.plan() + "/" + it.service().name())
                .containsExactlyElementsOf(candidates);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("cards-db", List.of("cards/cards-db")),
                Arguments.of("Cards-DB", List.of("cards/cards-db")),
                Arguments.of(" cards-db ", List.of("cards/cards-db")),
                Arguments.of("API", List.of("ledger/ledger-api")),
                Arguments.of("web", List.of("cards/cards-web")),
                Arguments.of("Front Door", List.of("cards/cards-web")),
                // a name in one plan outranks an alias in another
                Arguments.of("network", List.of("ledger/network")),
                Arguments.of("database", List.of("cards/cards-db", "ledger/ledger-db")),
                Arguments.of("stranger", List.of()),
                Arguments.of("cards", List.of()),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest(name = "{0} from {1} about {2}")
    @MethodSource("signals")
    void aSignalGoesToThePlanThatClaimsItElseToTheOneThatKnowsTheService(
            Map<String, String> labels, String source, String service, String home) {
        assertThat(words(CATALOGUE.home(labels, source, service))).isEqualTo(home);
    }

    static Stream<Arguments> signals() {
        return Stream.of(
                Arguments.of(Map.of("system", "cards", "stage", "live"), "am", "cards-db", "cards/cards-db"),
                Arguments.of(Map.of("system", "cards", "stage", "live"), "am", "database", "cards/cards-db"),
                Arguments.of(Map.of("system", "cards", "stage", "live"), "am", "stranger", "cards/?"),
                // half a selector claims nothing
                Arguments.of(Map.of("system", "cards"), "am", "stranger", "nowhere"),
                Arguments.of(Map.of(), "cards-probe", "x", "cards/?"),
                Arguments.of(Map.of("account", "4711"), "am", "x", "cards/?"),
                Arguments.of(Map.of("account", "4711", "system", "ledger"), "am", "api", "cards or ledger"),
                Arguments.of(Map.of(), "am", "ledger-api", "ledger/ledger-api"),
                Arguments.of(Map.of(), "am", "Mail", "cards/mail"),
                Arguments.of(Map.of(), "am", "database", "cards or ledger"),
                Arguments.of(Map.of(), "am", "network", "ledger/network"),
                Arguments.of(Map.of(), "am", "stranger", "nowhere"),
                Arguments.of(Map.of("system", "ledger"), "am", "network", "ledger/network"),
                Arguments.of(Map.of("system", "ledger"), "am", "cards-db", "ledger/?"));
    }

    @Test
    void aSelectorsPlanFindsItsAliasEvenWhereAnotherPlanHasThatName() {
        assertThat(words(CATALOGUE.home(Map.of(), "cards-probe", "network"))).isEqualTo("cards/cards-db");
    }

    @Test
    void whatAServiceNeedsIsFollowedToTheEnd() {
        assertThat(CATALOGUE.dependsOn(CARDS, "cards-web"))
                .containsExactly("cards-app", "cards-db", "cards-cache", "cards-net");
        assertThat(CATALOGUE.dependsOn(CARDS, "cards-net")).isEmpty();
        assertThat(CATALOGUE.dependsOn(CARDS, "stranger")).isEmpty();
        assertThat(CATALOGUE.dependsOn(LEDGER, "cards-web")).isEmpty();
    }

    @Test
    void linkedAreServicesOfWhichOneNeedsTheOther() {
        assertThat(CATALOGUE.linked(CARDS, "cards-web", "cards-net")).isTrue();
        assertThat(CATALOGUE.linked(CARDS, "cards-net", "cards-web")).isTrue();
        assertThat(CATALOGUE.linked(CARDS, "mail", "mail")).isTrue();
        assertThat(CATALOGUE.linked(CARDS, "cards-db", "cards-cache")).isFalse();
        assertThat(CATALOGUE.linked(CARDS, "mail", "cards-web")).isFalse();
    }

    @Test
    void theSuspectIsTheBrokenServiceThatNoOtherBrokenOneExplains() {
        assertThat(CATALOGUE.mostUpstream(CARDS, List.of("cards-web", "cards-app", "cards-db")))
                .containsExactly("cards-db");
        assertThat(CATALOGUE.mostUpstream(CARDS, List.of("cards-web", "cards-net")))
                .containsExactly("cards-net");
        assertThat(CATALOGUE.mostUpstream(CARDS, List.of("mail", "cards-db", "cards-cache", "cards-app")))
                .containsExactly("mail", "cards-db", "cards-cache");
        assertThat(CATALOGUE.mostUpstream(CARDS, List.of("stranger"))).containsExactly("stranger");
        assertThat(CATALOGUE.mostUpstream(CARDS, List.of())).isEmpty();
    }

    @Test
    void generalKnowsNoServices() {
        assertThat(CATALOGUE.all()).extracting(Catalogued::plan).doesNotContain(PlanId.GENERAL);
    }

    static String words(Home home) {
        return switch (home) {
            case Home.InPlan in ->
                in.plan() + "/" + in.service().map(it -> it.name()).orElse("?");
            case Home.Ambiguous two ->
                String.join(" or ", two.plans().stream().map(PlanId::name).toList());
            case Home.Nowhere _ -> "nowhere";
        };
    }
}
