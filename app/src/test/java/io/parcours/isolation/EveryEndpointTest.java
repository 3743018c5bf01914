package io.parcours.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.isolation.Neighbour.House;
import io.parcours.security.DemoUser;
import io.parcours.security.TestBrowser;
import io.parcours.ui.ScreenTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private House house;

    @BeforeAll
    void theNeighbourHasMovedIn() {
        house = theirs.house();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void noAddressOfTheServerAnswersWithAnythingOfTheirs(DemoUser person) throws Exception {
        TestBrowser browser = new TestBrowser(port);
        browser.signIn(person.username(), DemoUser.PASSWORD);
        assertThat(browser.get("/password").statusCode()).isEqualTo(200);
        for (String address : views()) {
            clean(browser.get(address + "?id=" + encoded(house.caseNumber())), house.caseNumber());
        }
        for (String template : Addresses.withAnId()) {
            for (String id : house.ids()) {
                clean(browser.get("/" + Addresses.filled(template, id)), id);
            }
        }
        for (String address : controllersAndServlets()) {
            for (String id : house.ids()) {
                String filled = address.replaceAll("\\{[^/]*}|\\*+", encoded(id));
                clean(browser.get(filled), id);
                clean(browser.getJson(filled + "?id=" + encoded(id)), id);
                clean(browser.post(filled, "id=" + encoded(id)), id);
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
            for (String id : house.ids()) {
                clean(monitor.getJson(path + "/" + encoded(id)), id);
                clean(monitor.getJson(path + "?id=" + encoded(id)), id);
            }
        }
    }

    static List<DemoUser> strangers() {
        return Theirs.strangers();
    }

    private static List<String> views() {
        return Addresses.plain().stream().map(address -> "/" + address).toList();
    }

    /** The webhooks of channels are servlets. */
    private Set<String> controllersAndServlets() {
        Stream<String> controllers = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream());
        Stream<String> servlets = context.getServletContext().getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream());
        Set<String> addresses = Stream.concat(controllers, servlets).collect(Collectors.toCollection(TreeSet::new));
        assertThat(addresses).contains("/error", "/");
        return addresses;
    }

    private void clean(HttpResponse<String> answer, String asked) {
        theirs.absentFrom(answer.uri().toString(), answer.body(), Neighbour.House.WORDS, asked);
        theirs.absentFrom(answer.uri().toString(), answer.body(), house.ids(), asked);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
