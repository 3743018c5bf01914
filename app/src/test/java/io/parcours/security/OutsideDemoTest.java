package io.parcours.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.tenant.TenantContext;
import io.parcours.ui.BrowserlessScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The application as an operator runs it: an empty installation and the environment's first administrator. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "parcours.db.temporary=true",
            "management.server.port=0",
            "PARCOURS_ADMIN_USER=Chief",
            "PARCOURS_ADMIN_PASSWORD=" + OutsideDemoTest.PASSWORD
        })
@ExtendWith(BrowserlessScreen.class)
class OutsideDemoTest {

    static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    UserRepository users;

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectProvider<DemoUsers> demo;

    @Test
    void theEnvironmentNamesTheFirstAdministrator() throws Exception {
        var answer = new TestBrowser(port).signIn("chief", PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
    }

    @Test
    void thereIsNoTelephoneInTheBrowser() throws Exception {
        var answer = new TestBrowser(port).get("/simulator");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void nobodyOfTheDemoSignsInEvenWhereItsDatabaseIsReused() throws Exception {
        assertThat(demo.getIfAvailable()).isNull();
        String left = DemoUser.ADMIN.username();
        system(() -> users.insert(
                Role.PLATFORM_TENANT, DemoUser.ADMIN.asNewUser(), encoder.encode(DemoUser.PASSWORD), false));

        firstAdministrator.run(null);

        assertThat(new TestBrowser(port)
                        .signIn(left, DemoUser.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("error"));
        system(() -> assertThat(users.all())
                .filteredOn(user -> user.username().equals(left))
                .noneMatch(UserAccount::enabled));
    }

    private void system(Runnable action) {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> action.run()));
    }
}
