package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example/health?deep=1, true, api.example, 443, /health?deep=1",
        "http://api.example, false, api.example, 80, /",
        "http://analysis-service:8000/health, false, analysis-service, 8000, /health",
        "https://[2001:db8::1]:8443/, true, 2001:db8::1, 8443, /",
        "http://my_host/, false, my_host, 80, /"
    })
    void httpSaysHostPortAndPath(String written, boolean secure, String host, int port, String path) {
        assertThat(EndpointAddress.of("http", written)).contains(new EndpointAddress(true, secure, host, port, path));
    }

    @Test
    void tcpSaysHostAndPort() {
        assertThat(EndpointAddress.of("tcp", "db.example:5432"))
                .contains(new EndpointAddress(false, false, "db.example", 5432, ""));
    }

    /** A second host, a second request or a password may hide in an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://good.example@evil.example/",
                "http://evil.example#@good.example/",
                "http://evil.example/\r\nHost: other",
                "http://evil.example/a b",
                "http://evil.example:0/",
                "http://evil.example:70000/",
                "ftp://evil.example/",
                "file:///etc/passwd",
                "http:///etc/passwd",
                "http://evil.example\\@good.example/"
            })
    void whatHidesSomethingIsNoAddress(String written) {
        assertThat(EndpointAddress.of("http", written)).isEmpty();
    }
}
