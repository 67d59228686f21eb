package whatnow.rulebook;

import java.util.Comparator;

/** The order in which what was said is kept, whatever order the engine found it in. */
final class CanonicalOrder {

    static final Comparator<Spoken> OF_SPOKEN = Comparator.comparing(Spoken::rule)
            .thenComparing(it -> it.statement().toString())
            .thenComparing(it -> it.matched().toString());

    private CanonicalOrder() {}
}
