package whatnow.signal.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.signal.Delivery;
import whatnow.signal.Traffic;

class DoorTrafficTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DoorTraffic traffic = new DoorTraffic();

    private void refused(String why, Optional<String> who, int seconds) {
        traffic.refused("grafana", 400, why, who, "10.0.0.7", NOON.plusSeconds(seconds));
    }

    @Test
    void theSameTroubleIsToldOnceWithHowOftenAndWhatItWasLast() {
        refused("The field (a) is odd.", Optional.of("eu"), 0);
        refused("The field (b) is odd.", Optional.of("eu"), 5);

        assertThat(traffic.refusals())
                .containsExactly(new Traffic.Refusal(
                        "grafana", 400, "The field (b) is odd.", "eu", "10.0.0.7", 2, NOON, NOON.plusSeconds(5)));
    }

    @Test
    void strangersDoNotPushOutWhoHasAToken() {
        refused("odd", Optional.of("eu"), 0);
        for (var stranger = 0; stranger < 100_000; stranger++) {
            traffic.refused("grafana", 401, "Nobody has this token.", Optional.empty(), "10.1.2.3", NOON);
        }

        assertThat(traffic.refusals()).extracting(Traffic.Refusal::who).containsExactlyInAnyOrder("eu", "");
    }

    @Test
    void onlyTheNewestFewAreKept() {
        for (var sender = 0; sender < 1_000; sender++) {
            refused("x".repeat(100_000), Optional.of("token " + sender), sender);
        }

        assertThat(traffic.refusals())
                .hasSize(DoorTraffic.MOST_OF_A_DOOR)
                .allSatisfy(it -> assertThat(it.why()).hasSizeLessThan(400))
                .first()
                .returns("token 999", Traffic.Refusal::who);
    }

    @Test
    void whatCouldNotBeReadWasHeardToo() {
        var unreadable = new Delivery.Unreadable(0, "odd", "{}");
        traffic.heard("zabbix", new Delivery("zabbix", true, NOON, List.of(), List.of(unreadable, unreadable)));

        assertThat(traffic.rate("zabbix", NOON)).isEqualTo(new Traffic.Rate(2, 2, Optional.of(NOON)));
        assertThat(traffic.rate("grafana", NOON)).isEqualTo(new Traffic.Rate(0, 0, Optional.empty()));
    }
}
