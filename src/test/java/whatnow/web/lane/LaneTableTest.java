package whatnow.web.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import whatnow.database.pool.Pool;

/** Holds the table of lanes to the table of routes, which another test holds to what the controllers declare. */
class LaneTableTest {

    static final LaneTable TABLE = LaneTable.shipped();

    private record Route(Set<String> methods, String path, String roles) {}

    @Test
    @DisplayName("every route that reads stands in exactly one lane (C-7)")
    void everyRouteThatReadsStandsInExactlyOneLane() throws IOException {
        var reading = routes().stream()
                .filter(it -> it.methods().contains("GET"))
                .map(Route::path)
                .toList();

        assertThat(reading).hasSizeGreaterThan(30);
        assertThat(TABLE.all().stream()
                        .filter(it -> it.method().equals("GET"))
                        .map(it -> it.path().getPatternString()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(reading);
    }

    @Test
    @DisplayName("every route by which machines report is intake, and closed while the disk is full (D-1)")
    void everyRouteByWhichMachinesReportIsIntake() throws IOException {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            if (!route.methods().contains("POST")) {
                continue;
            }
            var reports = (route.roles().contains("intake") || route.path().equals("/v2/enqueue"))
                    && !route.path().startsWith("/api/v1/intake/try");
            var lane = TABLE.of("POST", route.path().replaceAll("\\{[^}]*}", "x"));
            if (reports != (lane == Pool.INTAKE)) {
                wrong.add(route + " is " + lane);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aLookWithoutTheBodyGoesWhereReadingGoes() {
        assertThat(TABLE.of("HEAD", "/incidents")).isEqualTo(Pool.REPORTS);
        assertThat(TABLE.of("POST", "/incidents/INC-2026-0001/acknowledge")).isEqualTo(Pool.PEOPLE);
        assertThat(TABLE.of("GET", "/nowhere")).isEqualTo(Pool.PEOPLE);
    }

    @Test
    void aLineThatCannotBeReadIsRefusedInWords() {
        assertThatThrownBy(() -> LaneTable.parse("GET /x"))
                .hasMessage("The lane (GET /x) has 2 words, expected three: method, path, lane.");
        assertThatThrownBy(() -> LaneTable.parse("GET /x fast"))
                .hasMessage("The line (GET /x fast) names a lane (fast) that does not exist.");
    }

    private static List<Route> routes() throws IOException {
        var found = new ArrayList<Route>();
        for (var line : new ClassPathResource("routes.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            var words = line.strip().split("\\s+");
            if (words.length == 3 && !line.startsWith("#")) {
                found.add(new Route(Set.copyOf(new HashSet<>(List.of(words[0].split("\\|")))), words[1], words[2]));
            }
        }
        return found;
    }
}
