package whatnow.chat.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.chat.Rendering;
import whatnow.chat.Reply;
import whatnow.decision.Decision;
import whatnow.decision.Supposing;
import whatnow.incident.InMemoryRestrictions;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.message.Channel;
import whatnow.message.Destination;
import whatnow.message.InMemoryMessages;
import whatnow.message.slack.Slacks;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SampleCards;
import whatnow.testkit.SampleDecisions;
import whatnow.testkit.SampleIncidents;
import whatnow.testkit.slack.FakeSlack;

/** What goes wrong while an incident is told, and where it is told. */
class AnnouncerTest {

    final Incidents incidents = SampleIncidents.make();
    final Incident incident = incidents.numbered(SampleCards.REGION).orElseThrow();
    final Decision decision =
            new SampleDecisions(incident.id()).latest(incident.id()).orElseThrow();
    final InMemoryMessages messages = new InMemoryMessages();
    final MovableClock clock = new MovableClock(SampleCards.NOW);

    Announcer announcer(NowCards cards, Rendering rendering, Map<String, String> channels) {
        try (var slack = FakeSlack.start(clock)) {
            List<Channel> open = List.of(Slacks.to(slack));
            return new Announcer(
                    Places.of(open, _ -> channels),
                    List.of(rendering),
                    cards,
                    incidents,
                    new InMemoryRestrictions(incidents),
                    messages,
                    clock);
        }
    }

    List<String> told() {
        return messages.told().stream().map(it -> it.text() + it.payload()).toList();
    }

    @Test
    void aCardThatCannotBeDrawnIsToldInPlainWords() {
        var broken = throwing(new IllegalStateException("a mistake"));

        announcer(broken, drawing(), Map.of("default", "C1")).made(incident, decision, Optional.empty());

        assertThat(told())
                .singleElement()
                .asString()
                .contains(incident.number(), "SEV2 Major outage", "cannot be drawn");
    }

    @Test
    void blocksThatCannotBeDrawnAreLeftOut() {
        Rendering broken = new Rendering() {
            @Override
            public String kind() {
                return "slack";
            }

            @Override
            public String payload(Reply reply) {
                throw new IllegalStateException("a mistake");
            }
        };

        announcer(new SampleCards(), broken, Map.of("default", "C1")).made(incident, decision, Optional.empty());

        assertThat(messages.told()).singleElement().satisfies(it -> {
            assertThat(it.text()).contains(incident.number(), "SEV");
            assertThat(it.payload()).isEmpty();
        });
    }

    @Test
    void anErrorOfTheDatabaseIsLeftToWhoeverDecides() {
        var away = throwing(new DataAccessResourceFailureException("away"));
        var announcer = announcer(away, drawing(), Map.of("default", "C1"));

        assertThatThrownBy(() -> announcer.made(incident, decision, Optional.empty()))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void whereNoChannelIsSetNothingIsWritten() {
        announcer(new SampleCards(), drawing(), Map.of()).made(incident, decision, Optional.empty());

        assertThat(told()).isEmpty();
    }

    @Test
    void aPlanWithAChannelOfItsOwnIsToldThere() {
        announcer(new SampleCards(), drawing(), Map.of("freight", "C7", "default", "C1"))
                .made(incident, decision, Optional.empty());

        assertThat(messages.places()).containsExactly(new Destination("slack", "C7", "freight"));
    }

    @Test
    void theChannelOfAnotherPlanIsNotUsed() {
        announcer(new SampleCards(), drawing(), Map.of("tracktion", "C7")).made(incident, decision, Optional.empty());

        assertThat(told()).isEmpty();
    }

    @Test
    void whereTheChannelWasChangedTheOldMessageSaysSo() {
        announcer(new SampleCards(), drawing(), Map.of("default", "C1")).made(incident, decision, Optional.empty());
        messages.sendAll("slack", clock.instant());

        announcer(new SampleCards(), drawing(), Map.of("default", "C2")).made(incident, decision, Optional.empty());

        assertThat(messages.told())
                .extracting(it -> it.text().contains("is not told here any more; it is filed under the plan freight."))
                .containsExactly(true, false);
    }

    @Test
    void whatHasEndedAndWasNeverToldIsNotToldThen() {
        var over = incidents.numbered("INC-2026-0001").orElseThrow();

        announcer(new SampleCards(), drawing(), Map.of("default", "C1")).over(over);

        assertThat(told()).isEmpty();
    }

    private static NowCards throwing(RuntimeException failure) {
        return new NowCards() {

            @Override
            public NowCard supposing(Supposing.Supposed supposed) {
                throw new AssertionError("Nothing that is only supposed is announced.");
            }

            @Override
            public List<NowCard> all() {
                throw failure;
            }

            @Override
            public Optional<NowCard> of(String incidentNumber) {
                throw failure;
            }

            @Override
            public List<SourceLine> sources() {
                throw failure;
            }
        };
    }

    private static Rendering drawing() {
        return new Rendering() {
            @Override
            public String kind() {
                return "slack";
            }

            @Override
            public String payload(Reply reply) {
                return "{}";
            }
        };
    }
}
