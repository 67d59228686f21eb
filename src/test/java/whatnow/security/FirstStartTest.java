package whatnow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.testkit.MovableClock;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final int PORT = 8080;

    @Test
    void aFolderThatCannotBeWrittenIsNotBlamedOnTheDatabase(@TempDir Path data, CapturedOutput output)
            throws IOException {
        var inTheWay = Files.writeString(data.resolve("credentials"), "a file");

        start(new InMemoryTokens(), inTheWay);

        assertThat(output).contains("cannot be written").doesNotContain("the database does not answer");
    }

    @Test
    void aDatabaseThatIsAwayIsSaid(@TempDir Path data, CapturedOutput output) {
        var away = new InMemoryTokens() {
            @Override
            public synchronized List<Token> live() {
                throw new DataAccessResourceFailureException("away");
            }
        };

        start(away, data);

        assertThat(output).contains("the database does not answer");
    }

    private static void start(Tokens tokens, Path folder) {
        new FirstStart(new Keyring(tokens, new MovableClock()), folder, "").welcomeIfPossible(PORT);
    }
}
