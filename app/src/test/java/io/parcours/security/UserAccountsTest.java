package io.parcours.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
@SignedIn(DemoUser.ESSI)
class UserAccountsTest {

    @Autowired
    UserAccounts accounts;

    @Autowired
    Operators operators;

    @Autowired
    UserRepository users;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Test
    void anAdministratorSeesTheirOwnOperatorsPeopleOnly() {
        assertThat(accounts.all()).isNotEmpty().allMatch(user -> user.tenant().equals("littoral"));
    }

    @Test
    void anAdministratorCannotTouchAnotherOperatorsPeople() {
        UUID foreign = foreign("awa@sahel");
        assertRefused(() -> accounts.setEnabled(foreign, false), "user.refused.unknown");
        assertRefused(() -> accounts.resetPassword(foreign), "user.refused.unknown");
        assertRefused(() -> accounts.unlock(foreign), "user.refused.unknown");
        assertRefused(() -> accounts.change(foreign, "Taken over", Set.of(Role.ANALYST), "fr"), "user.refused.unknown");
    }

    @Test
    void anAdministratorCannotShutThemselvesOut() {
        UUID me = own("essi@littoral");
        assertRefused(() -> accounts.change(me, "Essi", Set.of(Role.ANALYST), "fr"), "user.refused.ownRight");
        assertRefused(() -> accounts.setEnabled(me, false), "user.refused.self");
    }

    @Test
    void nobodyOfAnOperatorBecomesPlatformAdministrator() {
        NewUser user = new NewUser("root@littoral", "Root", Set.of(Role.PLATFORM_ADMIN), "fr");
        assertRefused(() -> accounts.create(user), "user.refused.platform");
        assertRefused(
                () -> accounts.change(own("yao@littoral"), "Yao", Set.of(Role.PLATFORM_ADMIN), "fr"),
                "user.refused.platform");
    }

    @Test
    void aNameTakenByAnyOperatorIsTaken() {
        assertRefused(() -> accounts.create(newAgent("awa@sahel")), "user.refused.taken");
    }

    @Test
    void aNewUserSignsInWithTheOneTimePassword() throws Exception {
        String password = accounts.create(newAgent("new.agent@littoral"));
        var answer = new TestBrowser(port).signIn("New.Agent@littoral", password);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
    }

    @Test
    void whoeverIsDisabledIsSignedOutAtOnce() throws Exception {
        String password = accounts.create(newAgent("leaving@littoral"));
        TestBrowser browser = new TestBrowser(port);
        browser.signIn("leaving@littoral", password);
        assertThat(browser.get("/password").statusCode()).isEqualTo(200);

        accounts.setEnabled(own("leaving@littoral"), false);

        assertThat(browser.get("/password").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        assertThat(browser.signIn("leaving@littoral", password).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("error"));
    }

    @Test
    void aScreenWhosePersonWasGivenOtherRolesAsksToSignInAgain() throws Exception {
        String password = accounts.create(newAgent("promoted@littoral"));
        TestBrowser browser = new TestBrowser(port);
        browser.signIn("promoted@littoral", password);

        accounts.change(own("promoted@littoral"), "Promoted", Set.of(Role.SUPERVISOR), "fr");

        assertThat(browser.post("/?v-r=uidl&v-uiId=0", "").body()).contains("\"sessionExpired\":true");
    }

    @Test
    @SignedIn(DemoUser.YAO)
    void whoeverIsNoAdministratorIsRefused() {
        assertThatThrownBy(() -> accounts.all()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.create(newAgent("sneaked@littoral")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> operators.staffByTenant()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @SignedIn(DemoUser.ADMIN)
    void thePlatformAdministratorCountsTheOperatorsPeopleAndSeesNobody() {
        assertThat(operators.staffByTenant().get("demo").users()).isGreaterThanOrEqualTo(6);
        List<UserAccount> visible = transaction.execute(status -> users.all());
        assertThat(visible).extracting(UserAccount::username).containsExactly("admin@parcours");
    }

    @Test
    @SignedIn(DemoUser.ADMIN)
    void thePlatformAdministratorAppointsAnOperatorsAdministrator() throws Exception {
        String password = operators.createAdministrator("demo", "chief@sahel", "Chief", "en");
        var answer = new TestBrowser(port).signIn("chief@sahel", password);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        assertThat(operators.staffByTenant().get("demo").administrators()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theirOwnPasswordNeedsTheCurrentOneAndSomeLength() {
        assertRefused(() -> accounts.changeOwnPassword("wrong", "a long enough phrase"), "password.refused.current");
        assertRefused(() -> accounts.changeOwnPassword(DemoUser.PASSWORD, "short"), "password.refused.short");
        assertRefused(
                () -> accounts.changeOwnPassword(DemoUser.PASSWORD, "aaaaaaaaaaaaaaaa"), "password.refused.simple");
        assertRefused(
                () -> accounts.changeOwnPassword(DemoUser.PASSWORD, "é".repeat(40) + "abcd"), "password.refused.long");
    }

    private UUID own(String username) {
        return accounts.all().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Read as nobody could who is signed in. */
    private UUID foreign(String username) {
        return TenantContext.callAsSystem(() -> transaction.execute(status -> {
            List<UserAccount> all = users.all();
            return all.stream()
                    .filter(user -> user.username().equals(username))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }));
    }

    private static NewUser newAgent(String username) {
        return new NewUser(username, "New", Set.of(Role.AGENT_N1), "fr");
    }

    private static void assertRefused(Runnable action, String reason) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(UserRefused.class, refused -> assertThat(refused.textKey())
                        .isEqualTo(reason));
    }
}
