package io.parcours.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.ui.ScreenTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

@ScreenTest
class WebhookSecurityTest {

    @LocalServerPort
    int port;

    @Autowired
    List<ServletRegistrationBean<?>> servlets;

    /** Each that there is: a channel that comes brings its own. */
    @Test
    void aProviderReachesEachWebhookWithoutSigningInAndGetsNoSession() throws Exception {
        List<String> webhooks = servlets.stream()
                .flatMap(servlet -> servlet.getUrlMappings().stream())
                .filter(mapping -> mapping.startsWith("/webhooks/"))
                .toList();
        assertThat(webhooks).contains("/webhooks/whatsapp/*", "/webhooks/messenger/*", "/webhooks/telegram/*");
        for (String webhook : webhooks) {
            HttpResponse<String> answer = new TestBrowser(port).post(webhook.replace("*", "nobody"), "{}");
            assertThat(answer.statusCode()).as(webhook).isEqualTo(404);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void theHandshakeIsAnsweredByTheWebhookAndNotByTheScreens() throws Exception {
        HttpResponse<String> answer =
                new TestBrowser(port).get("/webhooks/whatsapp/nobody?hub.mode=subscribe&hub.challenge=1");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks", "/webhooks/", "/webhooks/nobody", "/webhooks/nobody/at/all"})
    void whatNoWebhookServesIsNotThereForAnybody(String path) throws Exception {
        TestBrowser awa = new TestBrowser(port);
        awa.signIn(DemoUser.AWA.username(), DemoUser.PASSWORD);
        for (TestBrowser browser : new TestBrowser[] {new TestBrowser(port), awa}) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("Vaadin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp", "messenger"})
    void whatIsNotSignedIsRefusedByTheWebhookItselfAndNotSentToTheSignIn(String channel) throws Exception {
        HttpResponse<String> answer = new TestBrowser(port).post("/webhooks/" + channel + "/demo", "{}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(new TestBrowser(port)
                        .get("/webhooks/" + channel + "/demo?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatDoesNotShowTelegramsSecretIsRefusedByItsWebhook() throws Exception {
        HttpResponse<String> answer = new TestBrowser(port).post("/webhooks/telegram/demo", "{}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
