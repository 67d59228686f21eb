package whatnow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.testkit.TestPostgres;
import whatnow.time.Now;

/** From properties and a database to a catalogue. */
class PlanWiringTest {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(JdbcClient.class, TestPostgres::client)
            .withBean(Now.class, () -> () -> NOON)
            .withUserConfiguration(Features.class);

    @ComponentScan(basePackages = {"whatnow.plan", "whatnow.catalogue"})
    static class Features {}

    @Test
    void settingsSayWhichPlansAreActiveAndAPersonMaySayOtherwise() {
        application
                .withPropertyValues("whatnow.plans.active= freight, tracktion")
                .run(it -> {
                    var plans = it.getBean(Plans.class);
                    var catalogues = it.getBean(Catalogues.class);

                    assertThat(plans.active())
                            .extracting(plan -> plan.id().name())
                            .containsExactly("freight", "general", "tracktion");
                    assertThat(catalogues.current().candidates("freight-db")).hasSize(1);

                    plans.activate(new PlanId("freight"), false, "ann");

                    assertThat(catalogues.current().candidates("freight-db")).isEmpty();
                });
    }

    @Test
    void withoutSettingsGeneralIsActiveAlone() {
        application.run(it -> assertThat(it.getBean(Plans.class).active())
                .extracting(RecoveryPlan::id)
                .containsExactly(PlanId.GENERAL));
    }
}
