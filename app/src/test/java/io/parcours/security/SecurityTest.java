package io.parcours.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
class SecurityTest {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin/users", "/admin/operators", "/password", "/no-such-page", "/actuator/health"})
    void aVisitorIsSentToTheLogin(String path) throws Exception {
        HttpResponse<String> answer = visitor().get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/simulator", "/icons/parcours.svg"})
    void aVisitorReachesTheLoginAndTheTelephoneOfTheDemo(String path) throws Exception {
        assertThat(visitor().get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/camunda/app/admin", "/api/anything"})
    void somebodySignedInReachesNothingBesidesPages(String path) throws Exception {
        TestBrowser awa = signedIn(DemoUser.AWA);
        assertThat(awa.getJson(path).statusCode()).isEqualTo(403);
        assertThat(awa.post(path, "").statusCode()).isEqualTo(403);
    }

    @Test
    void signingInGivesANewSessionThatScriptsCannotRead() throws Exception {
        TestBrowser browser = visitor();
        browser.get("/login");
        String before = browser.session();
        HttpResponse<String> answer = browser.signIn("awa@sahel", DemoUser.PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("login");
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void everyPageForbidsFramesAndForeignContent() throws Exception {
        var headers = visitor().get("/login").headers();
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'");
    }

    @Test
    void fiveWrongPasswordsLockAndTheRightOneSoundsTheSame() throws Exception {
        String wrong = refusal("moussa@sahel", "wrong");
        for (int attempt = 2; attempt <= Login.ATTEMPTS; attempt++) {
            assertThat(refusal("moussa@sahel", "wrong")).isEqualTo(wrong);
        }
        assertThat(refusal("moussa@sahel", DemoUser.PASSWORD)).isEqualTo(wrong);
        assertThat(refusal("nobody@nowhere", "wrong")).isEqualTo(wrong);

        lockIsOver("moussa@sahel");
        assertThat(admitted("moussa@sahel", DemoUser.PASSWORD)).isTrue();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() throws Exception {
        for (int attempt = 1; attempt < Login.ATTEMPTS; attempt++) {
            refusal("kodjo@littoral", "wrong");
        }
        assertThat(admitted("kodjo@littoral", DemoUser.PASSWORD)).isTrue();
        refusal("kodjo@littoral", "wrong");
        assertThat(admitted("kodjo@littoral", DemoUser.PASSWORD)).isTrue();
    }

    @Test
    void healthAnswersOnTheManagementPort() throws Exception {
        assertThat(new TestBrowser(managementPort)
                        .getJson("/actuator/health/readiness")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void passwordsAreKeptAsStrongHashes() {
        String hash = TenantContext.callAsSystem(() -> transaction.execute(
                status -> jdbc.sql("select password_hash from app_user where username = 'awa@sahel'")
                        .query(String.class)
                        .single()));
        assertThat(hash).startsWith("{bcrypt}$2a$12$");
    }

    private TestBrowser visitor() {
        return new TestBrowser(port);
    }

    private TestBrowser signedIn(DemoUser user) throws IOException, InterruptedException {
        TestBrowser browser = visitor();
        browser.signIn(user.username(), DemoUser.PASSWORD);
        return browser;
    }

    private String refusal(String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor().signIn(username, password);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("") + answer.body();
    }

    private boolean admitted(String username, String password) throws IOException, InterruptedException {
        return !refusal(username, password).contains("error");
    }

    private void lockIsOver(String username) {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("update app_user set locked_until = locked_until - interval '15 minutes 1 second'"
                                + " where username = ?")
                        .param(username)
                        .update()));
    }
}
