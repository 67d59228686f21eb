package whatnow.chat.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a phrase of the dictionary contributes to a clause. */
sealed interface Meaning permits Claim, Topic, Cue {

    String name();

    static List<Meaning> all() {
        return Stream.<Meaning[]>of(Claim.values(), Topic.values(), Cue.values())
                .flatMap(Stream::of)
                .toList();
    }

    static Optional<Meaning> named(String name) {
        return all().stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
