package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import whatnow.decision.DecisionLog;
import whatnow.incident.Incidents;
import whatnow.incident.RestrictionEntry;
import whatnow.incident.RestrictionEntry.Kind;
import whatnow.incident.Restrictions;
import whatnow.now.NowCards;
import whatnow.security.Keyring;
import whatnow.security.Role;
import whatnow.testkit.Caller;
import whatnow.testkit.SampleApplication;
import whatnow.testkit.SampleCards;

/** A decision restricts an incident while somebody's page is being made. */
@SpringBootTest(
        classes = {SampleApplication.class, RestrictedWhileReadingTest.Interrupted.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatnow.data=target/restricted-while-reading-data"})
class RestrictedWhileReadingTest {

    private static final AtomicReference<Runnable> NEXT_READING = new AtomicReference<>(() -> {});

    @LocalServerPort
    int port;

    @Autowired
    Keyring keyring;

    @Autowired
    Restrictions restrictions;

    @Autowired
    @Qualifier("incidents")
    Incidents incidents;

    @AfterEach
    void isLifted() {
        NEXT_READING.set(() -> {});
        change(Kind.LIFTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/incidents",
                "/incidents/INC-2026-0042",
                "/decisions/DEC-2026-0117",
                "/api/v1/now",
                "/api/v1/now?incident=INC-2026-0042",
                "/api/v1/incidents",
                "/api/v1/incidents/INC-2026-0042",
                "/api/v1/incidents/INC-2026-0042/timeline",
                "/api/v1/incidents/INC-2026-0042/decision",
                "/api/v1/decisions/DEC-2026-0117",
                "/api/v1/decisions/DEC-2026-0117/explanation",
            })
    void whoIsNotNamedGetsTheSentenceAlone(String path) {
        var viewer =
                Caller.local(port, keyring.issue("vera", Role.VIEWER, "test").secret());
        var before = viewer.get(path, "*/*");
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body()).doesNotContain("Restricted incident since");

        NEXT_READING.set(() -> change(Kind.RESTRICTED));
        var answer = viewer.get(path, "*/*");

        assertThat(answer.statusCode()).isEqualTo(path.matches(".*(now.*|incidents|/)$") ? 200 : 403);
        assertThat(answer.body()).contains("Restricted incident since");
    }

    private void change(Kind kind) {
        var id = incidents.numbered(SampleCards.DATABASE).orElseThrow().id();
        restrictions.add(new RestrictionEntry(id, kind, SampleCards.NOW, "carla", "ransomware", "carla", Set.of()));
    }

    /** Everything that pages read, with something that happens right after the first reading. */
    @TestConfiguration
    static class Interrupted {

        @Bean
        @Primary
        Incidents interruptedIncidents(@Qualifier("incidents") Incidents incidents) {
            return interrupted(Incidents.class, incidents);
        }

        @Bean
        @Primary
        DecisionLog interruptedLog(@Qualifier("decisions") DecisionLog log) {
            return interrupted(DecisionLog.class, log);
        }

        @Bean
        @Primary
        NowCards interruptedCards(@Qualifier("cards") NowCards cards) {
            return interrupted(NowCards.class, cards);
        }

        @Bean
        @Primary
        Restrictions uninterrupted(@Qualifier("incidents") Incidents incidents) {
            return new whatnow.incident.InMemoryRestrictions(incidents);
        }

        private static <T> T interrupted(Class<T> type, T all) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                        try {
                            var read = method.invoke(all, arguments);
                            NEXT_READING.getAndSet(() -> {}).run();
                            return read;
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    }));
        }
    }
}
