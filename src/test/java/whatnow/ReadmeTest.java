package whatnow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import whatnow.testkit.Texts;

/** What the README tells people to type is what works. The tour itself is walked by {@code ReadmeTourIT}. */
class ReadmeTest {

    /** Switches that change only what is printed. */
    private static final Pattern QUIET = Pattern.compile(" -(B|ntp)(?= )");

    @Test
    void oneCommandStartsItAndOneTestsIt() {
        assertThat(goals(Readme.blocks().stream()
                        .flatMap(it -> it.text().lines())
                        .toList()))
                .containsExactly("mvn spring-boot:run", "mvn verify");
    }

    @Test
    void theBuildMachineRunsTheTestCommand() {
        assertThat(goals(Texts.read(Path.of(".ci/run")).lines().toList())).containsExactly("mvn verify");
    }

    @Test
    void theTourAsksTheServer() {
        assertThat(Readme.tour()).anyMatch(it -> it.contains("curl ") && it.contains("/api/v1/now"));
    }

    private static List<String> goals(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(it -> it.startsWith("mvn "))
                .map(it -> QUIET.matcher(it.replaceFirst(" #.*$", "").strip()).replaceAll(""))
                .distinct()
                .toList();
    }
}
