package whatnow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import whatnow.testkit.SampleApplication;

/** Holds every route to the table, and every role to every route. */
@SpringBootTest(
        classes = SampleApplication.class,
        properties = {
            "whatnow.data=target/routes-data",
            "management.endpoints.access.default=unrestricted",
            "management.prometheus.metrics.export.enabled=true"
        })
@AutoConfigureMockMvc
class RoutesTest {

    static final RouteTable TABLE = RouteTable.shipped();

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Keyring keyring;

    record Declared(String method, String path) {}

    @Test
    @DisplayName("every route that a controller declares stands in the table (S-10)")
    void everyDeclaredRouteStandsInTheTable() {
        var missing = declared().stream()
                .filter(it -> TABLE.find(it.method(), it.path()).isEmpty())
                .toList();

        assertThat(declared()).hasSizeGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("every role gets through exactly where the table says so (S-10)")
    void everyRoleGetsThroughExactlyWhereTheTableSaysSo() throws Exception {
        var wrong = new ArrayList<String>();
        for (var role : Role.values()) {
            var token = keyring.issue("test " + role.key(), role, "test").secret();
            for (var route : declared()) {
                var line = TABLE.find(route.method(), route.path()).orElseThrow();
                var refused = isRefusedByRole(ask(route, Optional.of(token)));
                if (refused == line.admits(role)) {
                    wrong.add("%s %s %s refused=%s".formatted(role, route.method(), route.path(), refused));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("who did not sign in gets nowhere but to the open routes (S-10)")
    void strangersGetNowhere() throws Exception {
        for (var route : declared()) {
            if (!TABLE.find(route.method(), route.path()).orElseThrow().anyone()) {
                assertThat(ask(route, Optional.empty()).getStatus())
                        .as(route.toString())
                        .isIn(302, 401, 403);
            }
        }
    }

    private MockHttpServletResponse ask(Declared route, Optional<String> token) throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), route.path())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}");
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        return mvc.perform(request).andReturn().getResponse();
    }

    private static boolean isRefusedByRole(MockHttpServletResponse response) {
        return response.getStatus() == 403
                && String.valueOf(response.getErrorMessage()).startsWith("Your role does not include this");
    }

    private Set<Declared> declared() {
        var found = new TreeSet<Declared>(java.util.Comparator.comparing(Declared::toString));
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    var methods = info.getMethodsCondition().getMethods();
                    var names = methods.isEmpty()
                            ? List.of("GET", "POST")
                            : methods.stream().map(Enum::name).toList();
                    for (var path : info.getPatternValues().stream().collect(Collectors.toSet())) {
                        names.forEach(it -> found.add(new Declared(it, path.replaceAll("\\{[^}]*}", "x"))));
                    }
                }));
        return found;
    }
}
