package whatnow.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import whatnow.security.Keyring;
import whatnow.security.Role;
import whatnow.testkit.SampleApplication;
import whatnow.testkit.SampleCards;

/** What the API says of a body that it does not take: a sentence with its place, and never a failure of ours. */
@SpringBootTest(classes = SampleApplication.class, properties = "whatnow.data=target/json-bodies-data")
@AutoConfigureMockMvc
class JsonBodiesTest {

    private static final String DECLARE = "/api/v1/incidents/" + SampleCards.DATABASE + "/declare";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Keyring keyring;

    @Test
    @DisplayName("(N-3) a body that was cut off is answered like at the doors for machines")
    void aBodyThatWasCutOffIsCalledThat() {
        assertThat(post(DECLARE, "{\"severity\": \"SEV2\""))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"position": 19, "detail": "The body ends at character 19, in the middle; expected: JSON up to the bracket or quote that closes it. Was it cut off? Send all of it."}""");
    }

    @Test
    @DisplayName("(N-3) a name that stands twice is refused: which of the two was meant?")
    void doubledNamesAreRefused() {
        assertThat(post(DECLARE, "{\"severity\": \"SEV4\", \"severity\": \"SEV1\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("The name (severity) stands here twice");
    }

    @Test
    @DisplayName("(N-1) a body above 256 KiB is refused")
    void largeBodiesAreRefused() {
        assertThat(post(DECLARE, "{}" + " ".repeat(256 * 1024))).hasStatus(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/tokens                   | {\"name\": {\"a\": 1}} | name   | {\"a\":1}  | a text in double quotes",
                "/api/v1/incidents/INC-2026-0042/declare | {\"severity\": {}} | severity | {} | a text in double quotes",
                "/api/v1/incidents/INC-2026-0042/declare | {\"names\": \"anna\"} | names | \"anna\" | a list in square brackets",
                "/api/v1/plans/freight/activation | {\"active\": \"perhaps\"} | active | \"perhaps\" | true or false",
                "/api/v1/plans/freight/activation | [true] | body | [true] | an object with the fields that /v3/api-docs names"
            })
    void aFieldThatDoesNotFitIsNamed(String door, String body, String field, String was, String expected) {
        assertThat(post(door, body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("The field (%s) is (%s); expected: %s.".formatted(field, was, expected));
    }

    @Test
    void aMissingBodyIsSaid() {
        assertThat(post(DECLARE, "")).hasStatus(400).bodyText().contains("The body is missing; expected: JSON.");
    }

    private MvcTestResult post(String door, String body) {
        var admin = keyring.issue("tests", Role.ADMIN, "tests").secret();
        return mvc.post()
                .uri(door)
                .header("Authorization", "Bearer " + admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
