package whatnow.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * A heading and what stands below it, smaller headings included. The heading of level 1 is the
 * exception: it holds the purpose of the article only.
 *
 * @param id the {@code {#id}} of the heading, or made from its words
 * @param text Markdown without the heading itself
 * @param line of the heading in its file, from 1
 * @param steps empty unless the section is a list of steps
 */
public record Section(String id, String heading, int level, String text, int line, List<Step> steps) {

    public Section {
        steps = List.copyOf(steps);
    }

    public Optional<Step> stepOf(String command) {
        return steps.stream()
                .filter(it -> it.command()
                        .map(Step.Command::id)
                        .filter(command::equals)
                        .isPresent())
                .findFirst();
    }
}
