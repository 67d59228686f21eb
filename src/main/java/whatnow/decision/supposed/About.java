package whatnow.decision.supposed;

import whatnow.decision.known.Words;
import whatnow.incident.Fact;

/** What a fact is about, as parts of a sentence. */
final class About {

    /** A service, else the place. */
    static String subject(Fact fact) {
        return fact.subject().service().orElseGet(() -> place(fact));
    }

    static String place(Fact fact) {
        var on = fact.subject();
        return on.zone().or(on::region).or(on::plan).orElse("the system");
    }

    /** {@code of freight-db}, with a blank before it; empty where no service is named. */
    static String of(Fact fact) {
        return fact.subject().service().map(it -> " of " + it).orElse("");
    }

    /** {@code in us-east-1}, with a blank before it; empty where no place is named. */
    static String in(Fact fact) {
        var on = fact.subject();
        return on.zone().or(on::region).or(on::replica).map(it -> " in " + it).orElse("");
    }

    /** A symptom of a whole place is filed under the place itself. */
    static String in(Fact fact, String service) {
        return in(fact).equals(" in " + service) ? "" : in(fact);
    }

    static String clock(Fact fact, String field) {
        return fact.time(field).map(Words::clock).orElse("an unknown time");
    }

    /** By whom else, or from where. */
    static String seen(Fact fact) {
        if (fact.text("confirmedBy").isPresent()) {
            return ", confirmed from outside by a second source";
        }
        return fact.text("vantage").filter("outside"::equals).isPresent() ? " as seen from outside" : "";
    }

    private About() {}
}
