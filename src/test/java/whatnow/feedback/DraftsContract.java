package whatnow.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.plan.PlanId;

abstract class DraftsContract {

    abstract Drafts drafts();

    abstract Incidents incidents();

    @Test
    void aDraftIsFoundByItsNumberAsItWasOpened() {
        var incident = incident();

        var opened =
                drafts().open(incident, Optional.of("fail-back#steps"), text("Warm the cache"), "how to", "anna", NOON);

        assertThat(drafts().find(opened.number())).contains(opened);
        assertThat(opened.incidentNumber()).isEqualTo(incident.number());
        assertThat(opened.text()).isEqualTo("# Warm the cache\n");
        assertThat(opened.article()).contains("fail-back#steps");
    }

    @Test
    void anIncidentHasItsOwnDraftsInTheirOrder() {
        var incident = incident();
        var other = incident();
        var first = open(incident, "first");
        open(other, "another incident's");
        var second = open(incident, "second");

        assertThat(drafts().of(incident.id())).containsExactly(first, second);
    }

    @Test
    void theNewestComeFirst() {
        var incident = incident();
        open(incident, "first");
        var second = open(incident, "second");
        var third = open(incident, "third");

        assertThat(drafts().newest(Set.of(), 2)).containsExactly(third, second);
    }

    @Test
    void whatIsHiddenTakesNobodysPlaceAmongTheNewest() {
        var seen = incident();
        var hidden = incident();
        var first = open(seen, "first");
        open(hidden, "second");

        assertThat(drafts().newest(Set.of(hidden.id()), 1)).containsExactly(first);
    }

    @Test
    void aNumberThatNobodyHasIsNoDraft() {
        assertThat(drafts().find(987_654_321L)).isEmpty();
    }

    final Draft open(Incident incident, String title) {
        return drafts().open(incident, Optional.empty(), text(title), "", "anna", NOON);
    }

    final Incident incident() {
        return incidents().open(new PlanId("freight"), NOON, false, Optional.empty());
    }

    private static DraftText text(String title) {
        return new DraftText(title, "# " + title + "\n");
    }
}
