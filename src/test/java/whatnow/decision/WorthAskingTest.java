package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.decision.asking.AnswerKey;
import whatnow.decision.asking.Askable;
import whatnow.decision.asking.Effect;
import whatnow.decision.asking.Turn;
import whatnow.decision.asking.Worthwhile;
import whatnow.decision.asking.Worthwhile.IfAnswered;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.SymptomKind;
import whatnow.now.AskedOf;
import whatnow.now.NowCard.Unknown;
import whatnow.testkit.Facts.AFact;
import whatnow.testkit.ShippedPlans;

class WorthAskingTest {

    @Test
    @DisplayName("a recent change is asked for and shown first (safety.md 4)")
    void aRecentChangeIsAskedForFirst() {
        var asked = card("homeostasis", regionLost("homeostasis"));

        assertThat(asked).first().satisfies(it -> {
            assertThat(it.key()).startsWith("what_changed");
            assertThat(it.changes()).contains(Effect.STRATEGY);
            assertThat(it.ifAnswered())
                    .containsExactly(
                            new IfAnswered("a change", "Roll back the last change"),
                            new IfAnswered("nothing", "as now"));
        });
    }

    @Test
    @DisplayName("everything unknown: three questions whose commands need no monitoring (safety.md 3)")
    void withEverySourceSilentSomebodyLooksWithTheirOwnEyes() {
        var silent = Deciding.under("freight")
                .seeing(symptom("freight-db", SymptomKind.UNAVAILABLE).state(State.UNKNOWN));

        var asked = card("freight", silent);

        assertThat(asked)
                .extracting(it -> it.key().replaceFirst("@.*", ""))
                .containsExactlyInAnyOrder("can_users_use_it", "is_the_database_writable", "is_the_observer_cut_off");
        assertThat(asked).allSatisfy(it -> assertThat(it.lookup()).isPresent());
    }

    @Test
    void timesAreTriedOnBothSidesOfWhatThePlanPromises() {
        var asked = worthwhile("freight", regionLost("freight")).stream()
                .filter(it -> it.asked().question() == Question.WHAT_IS_THE_LAST_COMMIT_REPLAYED)
                .findFirst();

        assertThat(asked)
                .hasValueSatisfying(it -> assertThat(it.answers())
                        .extracting(IfAnswered::answer)
                        .containsExactly("11:44:00 UTC or earlier", "11:45:00 UTC or later"));
    }

    @Test
    void whatIsKnownIsNotAskedAndWhatHasGrownOldIs() {
        var replayed = fact(FactType.LAST_COMMIT_REPLAYED)
                .region("us-west-2")
                .with("at", NOON.minusSeconds(60))
                .by(Kind.PROBE, "pg");
        var question = "what_is_the_last_commit_replayed@region=us-west-2";

        assertThat(keys(regionLost("freight").knowing(replayed.believedFor(Duration.ofHours(1)))))
                .doesNotContain(question);
        assertThat(keys(regionLost("freight").knowing(replayed.believedFor(Duration.ofSeconds(5)))))
                .contains(question);
    }

    @Test
    void nobodyIsAskedOfAnIntruderOutOfTheBlue() {
        var broken = Deciding.under("freight").seeing(symptom("freight-db", SymptomKind.UNAVAILABLE));

        assertThat(keys(broken))
                .noneMatch(it -> it.startsWith("is_somebody_inside"))
                .noneMatch(it -> it.startsWith("is_it_corrupt"))
                .noneMatch(it -> it.startsWith("is_the_region_lost"));
    }

    @Test
    void aGatesQuestionTakesThePlaceOfWhatNoRuleAsks() {
        var change = worth(Question.WHAT_CHANGED, Turn.RECENT_CHANGE);
        var gap = worth(Question.CAN_USERS_USE_IT, Turn.SPOKEN_OF);
        var another = worth(Question.IS_THE_DATABASE_WRITABLE, Turn.NEVER_SAID);
        var gate = worth(Question.IS_THE_STANDBY_READY, Turn.GATE);

        assertThat(Worthwhile.best(List.of(change, gap, another, gate))).containsExactly(change, gap, gate);
    }

    @Test
    void whatRulesAskStaysWhereItChangesMoreThanAGate() {
        var one = worth(Question.WHICH_PLAN, Turn.RULE);
        var two = worth(Question.CAN_USERS_USE_IT, Turn.RULE);
        var three = worth(Question.IS_THE_DATABASE_WRITABLE, Turn.RULE_TRIED);
        var gate = worth(Question.IS_THE_STANDBY_READY, Turn.GATE);

        assertThat(Worthwhile.best(List.of(one, two, three, gate))).containsExactly(one, two, three);
    }

    /** In the eyes of one machine. */
    private static Deciding regionLost(String plan) {
        AFact lost = fact(FactType.REGION_STATUS).region("us-east-1").isFalse().by(Kind.PROBE, "probe-a");
        return Deciding.under(plan).knowing(lost);
    }

    private static List<Unknown> card(String plan, Deciding night) {
        return asked(plan, night).card(Deciding.BOOKS);
    }

    private static List<Worthwhile> worthwhile(String plan, Deciding night) {
        return asked(plan, night).worthwhile(Deciding.BOOKS);
    }

    private static List<String> keys(Deciding freight) {
        return asked("freight", freight).candidates().stream().map(Unknown::key).toList();
    }

    private static AskedOf asked(String plan, Deciding night) {
        return new AskedOf(ShippedPlans.plan(plan), night.inputs(), night.outcome(), List.of());
    }

    private static Worthwhile worth(Question question, Turn turn) {
        var asked =
                new Askable(new AnswerKey(question, Subject.NOTHING), List.of("yes", "no"), List.of(), false, false);
        return new Worthwhile(asked, Optional.of(Effect.STRATEGY), List.of(), turn);
    }
}
