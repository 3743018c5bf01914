package io.parcours.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.ui.ScreenTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-2742, closed by {@link BareVaadinPathFilter} over real HTTP; to be kept when Vaadin closes it too (24.9.8). */
@ScreenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareVaadinPathTest {

    /** What Vaadin does there, were it asked: its page, a session with a screen, a call, a sign of life, the push channel. */
    private static final List<String> QUESTIONS =
            List.of("", "?v-r=init&location=admin/users&query=", "?v-r=uidl&v-uiId=0", "?v-r=heartbeat", "?v-r=push");

    /** What a call without a session is told at any address, the front page's too. */
    private static final String SESSION_EXPIRED = "for(;;);[{\"meta\":{\"sessionExpired\":true}}]";

    private static final List<String> METHODS = List.of("GET", "POST", "HEAD", "OPTIONS", "PUT");

    @LocalServerPort
    int port;

    private TestBrowser awa;

    /** However it is spelt, the server reads all of these as the bare path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/VAADIN",
                "/VAADIN;",
                "/VAADIN;x=1",
                "/VAADIN;jsessionid=0",
                "/vaadin",
                "/Vaadin",
                "/vAADIN;x",
                "//VAADIN",
                "///vaadin",
                "/%56AADIN",
                "/%76aadin",
                "/VAADI%4E",
                "/;x/VAADIN"
            })
    void theBarePathIsRefusedToVisitorsAndToWhoeverIsSignedIn(String path) throws Exception {
        TestBrowser visitor = new TestBrowser(port);
        for (String question : QUESTIONS) {
            for (String method : METHODS) {
                refused(visitor.send(method, path + question));
                refused(signedIn().send(method, path + question));
            }
        }
        assertThat(visitor.hasSession()).as("a session was made").isFalse();
    }

    /** Not the bare path to the server, and close enough to be taken for it somewhere on the way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/./VAADIN",
                "/login/../VAADIN",
                "/VAADIN/",
                "/VAADIN//",
                "/vaadin/",
                "//VAADIN/",
                "/VAADIN/.",
                "/VAADIN/..",
                "/VAADIN/./",
                "/VAADIN/;x",
                "/VAADIN;/",
                "/VAADIN;x=1/",
                "/VAADIN/x/..",
                "/VAADIN.",
                "/VAADIN%20",
                "/VAADIN%00",
                "/VAADIN%2F",
                "/VAADIN%3Bx",
                "/VAADIN%5C",
                "/%2556AADIN",
                "/VAADIN%09"
            })
    void itsNeighboursGiveAVisitorNothing(String path) throws Exception {
        TestBrowser visitor = new TestBrowser(port);
        for (String question : QUESTIONS) {
            for (String method : METHODS) {
                HttpResponse<String> answer = visitor.send(method, path + question);
                if (answer.statusCode() == 302) {
                    assertThat(answer.headers().firstValue("Location").orElseThrow())
                            .endsWith("/login");
                } else if (answer.statusCode() == 200) {
                    assertThat(answer.body()).isIn("", SESSION_EXPIRED);
                } else {
                    refused(answer);
                }
            }
        }
    }

    @Test
    void whatLiesBelowThePathIsServedSoThatTheLoginPageLoads() throws Exception {
        String page = new TestBrowser(port).get("/login").body();
        Matcher script = Pattern.compile("VAADIN/build/[^\"]+\\.js").matcher(page);
        assertThat(script.find()).isTrue();
        assertThat(new TestBrowser(port).get("/" + script.group()).statusCode()).isEqualTo(200);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s %s", answer.request().method(), answer.uri())
                .isIn(400, 403, 404, 405);
        assertThat(answer.body()).doesNotContainIgnoringCase("vaadin").doesNotContain("v-uiId", "appConfig");
    }

    private TestBrowser signedIn() throws IOException, InterruptedException {
        if (awa == null) {
            awa = new TestBrowser(port);
            awa.signIn(DemoUser.AWA.username(), DemoUser.PASSWORD);
            assertThat(awa.get("/customers").statusCode()).isEqualTo(200);
        }
        return awa;
    }
}
