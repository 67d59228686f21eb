package whatnow.web.lane;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import whatnow.database.disk.Disk;
import whatnow.database.disk.Place;
import whatnow.database.disk.Room;
import whatnow.database.disk.Space;

/** What a full disk closes, and what it leaves open. */
class FullDiskFilterTest {

    private Room room = Room.NONE;

    private final Disk disk =
            () -> List.of(new Place(Place.Kind.DATABASE, Path.of("/srv/database"), new Space(95, 5), room));

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /api/v1/ingest/alertmanager",
        "POST, /api/v1/ingest/grafana",
        "POST, /api/v2/alerts",
        "POST, /v2/alerts",
        "POST, /v2/alerts/x/close",
        "POST, /v2/enqueue",
        "POST, /api/v1/heartbeat/x",
        "POST, /api/v1/facts"
    })
    @DisplayName("no door takes anything in while the disk is full, and each says when to come back (D-1)")
    void noDoorTakesAnythingInWhileTheDiskIsFull(String method, String path) throws Exception {
        var answer = ask(method, path);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("30");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("The disk of this server is full; nothing was kept. Send it again in 30 s.");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /",
        "GET, /incidents",
        "GET, /api/v1/facts/types",
        "POST, /incidents/INC-2026-0001/acknowledge",
        "POST, /api/v1/ask",
        "POST, /api/v1/intake/try",
        "POST, /chat/slack/command"
    })
    @DisplayName("people read and act while the disk is full (D-1)")
    void peopleReadAndActWhileTheDiskIsFull(String method, String path) throws Exception {
        assertThat(ask(method, path).getStatus()).isEqualTo(204);
    }

    @Test
    void aDiskThatOnlyFillsUpClosesNothing() throws Exception {
        room = Room.SCARCE;

        assertThat(ask("POST", "/api/v2/alerts").getStatus()).isEqualTo(204);
    }

    private MockHttpServletResponse ask(String method, String path) throws Exception {
        var answer = new MockHttpServletResponse();
        var taken = new MockFilterChain(new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) {
                response.setStatus(204);
            }
        });
        new FullDiskFilter(disk, JsonMapper.builder().build())
                .doFilter(new MockHttpServletRequest(method, path), answer, taken);
        return answer;
    }
}
