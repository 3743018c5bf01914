package io.parcours.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.security.DemoUser;
import io.parcours.security.TestBrowser;
import io.parcours.ui.ScreenTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The same over HTTP, as everybody who works elsewhere: each address that answers, asked for what another operator has. */
@ScreenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTest {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    ServletWebServerApplicationContext context;

    @Autowired
    PathMappedEndpoints endpoints;

    @Autowired
    Theirs theirs;

    @BeforeAll
    void theNeighbourHasMovedIn() {
        theirs.house();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noAddressOfTheServerAnswersWithAnythingOfTheirs(DemoUser person) throws Exception {
        TestBrowser browser = new TestBrowser(port);
        browser.signIn(person.username(), DemoUser.PASSWORD);
        assertThat(browser.get("/password").statusCode()).isEqualTo(200);
        for (String address : addresses()) {
            for (String id : theirs.house().ids()) {
                clean(browser.get(filled(address, id)), id);
                clean(browser.getJson(filled(address, id)), id);
                clean(browser.get(filled(address, "x") + "?id=" + encoded(id)), id);
            }
        }
    }

    @Test
    void noAddressOfTheManagementDoes() throws Exception {
        TestBrowser monitor = new TestBrowser(managementPort);
        assertThat(endpoints.getAllPaths()).isNotEmpty();
        for (String path : endpoints.getAllPaths()) {
            HttpResponse<String> all = monitor.getJson(path);
            assertThat(all.statusCode()).as(path).isEqualTo(200);
            clean(all, "");
            for (String id : theirs.house().ids()) {
                clean(monitor.getJson(path + "/" + encoded(id)), id);
                clean(monitor.getJson(path + "?id=" + encoded(id)), id);
            }
        }
    }

    /** What is asked above goes through these; one more of them has to be thought about first. */
    @Test
    void noServletIsThereThatNobodyAsks() {
        assertThat(context.getServletContext().getServletRegistrations().values())
                .flatExtracting(servlet -> servlet.getMappings())
                .containsOnly("/", "/vaadinServlet/*", "/VAADIN/*");
    }

    static List<DemoUser> strangers() {
        return Theirs.strangers();
    }

    /** Of views and of controllers. */
    private Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        Addresses.plain().forEach(address -> addresses.add("/" + address));
        Addresses.withAnId().forEach(template -> addresses.add("/" + template));
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .forEach(addresses::add);
        assertThat(addresses).contains("/error", "/queue");
        return addresses;
    }

    private void clean(HttpResponse<String> answer, String asked) {
        theirs.absentFrom(answer.body(), Neighbour.House.WORDS, asked);
        theirs.absentFrom(answer.body(), theirs.house().ids(), asked);
    }

    private static String filled(String address, String id) {
        String path = address.startsWith("/:") || address.contains("/:") ? "/" + Addresses.filled(address.substring(1), id) : address;
        return path.replaceAll("\\{[^/]*}|\\*+", encoded(id));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
