package whatnow.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import whatnow.knowledge.Library;
import whatnow.testkit.Caller;
import whatnow.testkit.SampleApplication;

@DisplayName("files beside articles (S-2)")
@SpringBootTest(
        classes = {SampleApplication.class, AttachmentDoorTest.Beside.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatnow.data=target/attachments-data", "whatnow.bootstrap-token=" + AttachmentDoorTest.TOKEN})
class AttachmentDoorTest {

    static final String TOKEN = "wn_only_for_tests_0123456789_0123456789";
    static final Path FOLDER = Path.of("target/attachments");
    static final String SECRET = "nobody may read this";

    @LocalServerPort
    int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class Beside {

        @Bean
        @Primary
        Library beside() {
            try {
                Files.createDirectories(FOLDER.resolve("in/pictures"));
                Files.writeString(FOLDER.resolve("secret.txt"), SECRET);
                Files.writeString(FOLDER.resolve("in/pictures/secret.txt"), SECRET);
                Files.writeString(FOLDER.resolve("in/pictures/map.png"), "a picture");
                Files.writeString(FOLDER.resolve("in/pictures/map.svg"), "<svg><script>alert(1)</script></svg>");
                Files.writeString(FOLDER.resolve("in/Orders \u00fc.csv"), "a,b");
                Files.writeString(FOLDER.resolve("in/page.html"), "<script>alert(1)</script>");
                Files.writeString(FOLDER.resolve("in/a.md"), """
                        ---
                        id: a
                        type: lesson
                        title: A
                        ---

                        # A

                        ![map](pictures/map.png) ![drawing](pictures/map.svg) [orders](<Orders %C3%BC.csv>) [page](page.html)
                        [out](../secret.txt)
                        """);
                return Library.of(FOLDER.resolve("in"));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"map, image/png, inline", "drawing, image/svg+xml, inline", "orders, text/csv;charset=UTF-8, attachment"
    })
    void aFileIsHandedOutAsWhatItIsAndCanDoNothing(String words, String type, String disposition) {
        var answer = caller().get(address(words), "*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith(disposition);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src");
    }

    @Test
    void nobodyWithoutATokenIsHandedAnything() {
        assertThat(Caller.local(port, "wn_wrong").get(address("map"), "*/*").statusCode())
                .isEqualTo(401);
    }

    @Test
    void pagesAndFilesOutsideAreNoAttachments() {
        assertThat(page())
                .contains("dead-link\" title=\"There is nothing at ../secret.txt here.\">out", ">page</span>");
    }

    static Stream<String> names() {
        return Stream.of(
                "../secret.txt",
                "..%2fsecret.txt",
                "%2e%2e%2fsecret.txt",
                "..%252fsecret.txt",
                "%252e%252e/secret.txt",
                "..\\secret.txt",
                "..%5csecret.txt",
                "secret.txt",
                "in/pictures/secret.txt",
                "pictures/secret.txt",
                "pictures/map.png",
                "C:/secret.txt",
                "C:%5csecret.txt",
                "%5c%5c%3f%5cC:%5csecret.txt",
                "CON",
                "secret.txt.",
                "secret.txt%20",
                "secret.txt%00.png",
                "secret.txt;.png",
                "x".repeat(300),
                ".git/hooks/post-commit",
                "....//secret.txt",
                "%c0%ae%c0%ae/secret.txt",
                "file:///etc/passwd",
                "/etc/passwd",
                "0".repeat(32),
                "");
    }

    /** The path goes out as it is: a client of any manners would straighten it. */
    @ParameterizedTest
    @MethodSource("names")
    void aNameIsNeverTakenForAPath(String name) throws IOException {
        var answer = raw("/kb/files/" + name);

        assertThat(answer).doesNotContain(SECRET, "root:").containsPattern("^HTTP/1.1 (?:400|404|302)");
    }

    @Test
    void aFileThatBecameALinkIsNotFollowed() throws IOException {
        var address = address("map");
        var picture = FOLDER.resolve("in/pictures/map.png");
        Files.delete(picture);
        Files.createSymbolicLink(picture, FOLDER.resolve("secret.txt").toAbsolutePath());
        try {
            assertThat(caller().get(address, "*/*").statusCode()).isEqualTo(404);
        } finally {
            Files.delete(picture);
            Files.writeString(picture, "a picture");
        }
    }

    private String raw(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var out = socket.getOutputStream();
            ask(out, path);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void ask(OutputStream out, String path) throws IOException {
        out.write("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                .formatted(path, TOKEN)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private String address(String words) {
        var link = Pattern.compile("(/kb/files/[0-9a-f]{32})\"(?:>| alt=\")" + words)
                .matcher(page());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String page() {
        return caller().get("/kb/a", "text/html").body();
    }

    private Caller caller() {
        return Caller.local(port, TOKEN);
    }
}
