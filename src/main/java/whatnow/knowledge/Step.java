package whatnow.knowledge;

import java.util.Optional;

/**
 * One numbered step of a runbook: one action, what proves it and how it is undone.
 *
 * <p>Texts are Markdown without line breaks inside a paragraph. A paragraph that the author left out is
 * empty; the article check insists on it, the reader does not, because a runbook with a gap is worth
 * more at night than none.
 *
 * @param line where the step begins in its file, from 1
 * @param checkFirst the id of the harmless command whose result must hold before this step
 */
public record Step(
        int number,
        String title,
        String text,
        Optional<Command> command,
        String expect,
        String rollback,
        Optional<String> checkFirst,
        Optional<String> needs,
        Optional<String> noReturn,
        int line) {

    /**
     * What is typed, with its place-holders still in braces.
     *
     * @param dangerous also when the author did not say: unknown is not harmless
     * @param verify a condition on the result, such as {@code lag_seconds < 60}
     */
    public record Command(String id, String text, boolean dangerous, Optional<String> verify) {}

    public boolean isDangerous() {
        return command.map(Command::dangerous).orElse(false);
    }
}
