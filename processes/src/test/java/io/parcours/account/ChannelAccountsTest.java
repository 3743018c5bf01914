package io.parcours.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.AccountRefused.Reason;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Problem;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts as administrators set them up, on the database, with a provider of pigeons. */
@JourneyTest
class ChannelAccountsTest {

    @Autowired
    Scenario scene;

    @Autowired
    AccountRepository repository;

    @Autowired
    Secrets secrets;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Pigeons pigeons = new Pigeons();
    private ChannelAccounts accounts;

    /** Takes whoever names a loft. */
    private static final class Pigeons implements AccountKind {

        private final Map<String, AccountValues> open = new ConcurrentHashMap<>();

        @Override
        public String channel() {
            return "pigeon";
        }

        @Override
        public List<AccountField> fields() {
            return List.of(
                    AccountField.required("loft", "Cotonou"),
                    AccountField.optional("birds", "12"),
                    AccountField.secret("whistle"));
        }

        @Override
        public void open(AccountValues account) {
            if (account.get("loft").equals("nowhere")) {
                throw new IllegalArgumentException("there is no such loft");
            }
            open.put(account.tenant() + "/" + account.name(), account);
        }

        @Override
        public void close(String tenant, String name) {
            open.remove(tenant + "/" + name);
        }

        @Override
        public Optional<Problem> test(AccountValues account) {
            return account.get("whistle").equals("tweet")
                    ? Optional.empty()
                    : Optional.of(Problem.of("pigeon.away", "no bird"));
        }
    }

    @BeforeEach
    void nobodyHasPigeons() {
        var noChannels = new StaticListableBeanFactory().getBeanProvider(Channel.class);
        accounts = new ChannelAccounts(repository, secrets, List.of(pigeons), noChannels, Clock.systemUTC());
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.update("delete from channel_account where channel = 'pigeon'")));
    }

    @Test
    void whatIsSavedIsAtWorkAndItsSecretIsNowhereToBeRead() {
        save("demo", "main", Map.of("loft", "Cotonou", "whistle", "tweet-4711"));

        assertThat(pigeons.open.get("demo/main").get("whistle")).isEqualTo("tweet-4711");
        AccountSetUp shown = in("demo", () -> accounts.all().get(0));
        assertThat(shown.settings()).isEqualTo(Map.of("loft", "Cotonou"));
        assertThat(shown.secrets()).containsExactly("whistle");
        assertThat(shown.own()).isTrue();
        String row = TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.queryForObject(
                "select channel_account::text from channel_account where name = 'main'", String.class)));
        assertThat(row).contains("Cotonou").doesNotContain("tweet-4711");
        assertThat(pigeons.open.get("demo/main").toString()).doesNotContain("tweet-4711");
    }

    @Test
    void aSecretThatIsLeftEmptyStaysAsItWas() {
        save("demo", "main", Map.of("loft", "Cotonou", "whistle", "tweet"));
        save("demo", "main", Map.of("loft", "Parakou", "birds", "3", "whistle", ""));

        assertThat(pigeons.open.get("demo/main").get("loft")).isEqualTo("Parakou");
        assertThat(pigeons.open.get("demo/main").get("whistle")).isEqualTo("tweet");
        assertThat(in("demo", () -> accounts.test("pigeon", "main", Map.of("loft", "Parakou"))))
                .isEmpty();
        assertThat(in("demo", () -> accounts.test("pigeon", "main", Map.of("loft", "Parakou", "whistle", "psst"))))
                .contains(Problem.of("pigeon.away", "no bird"));
    }

    @Test
    void whatTheConnectorRefusesChangesNothing() {
        save("demo", "main", Map.of("loft", "Cotonou", "whistle", "tweet"));

        refused(Reason.VALUES, "main", Map.of("loft", "nowhere", "whistle", "x"));
        refused(Reason.MISSING, "second", Map.of("loft", "Cotonou"));
        refused(Reason.NAME, "Not A Name", Map.of("loft", "Cotonou", "whistle", "x"));

        assertThat(in("demo", accounts::all)).hasSize(1);
        assertThat(in("demo", () -> accounts.all().get(0).settings())).isEqualTo(Map.of("loft", "Cotonou"));
        assertThat(pigeons.open).hasSize(1);
    }

    @Test
    void anotherOperatorsAccountIsNeitherSeenNorTouched() {
        save("demo", "main", Map.of("loft", "Cotonou", "whistle", "tweet"));

        assertThat(in("littoral", accounts::all)).isEmpty();
        assertThatThrownBy(() -> save("littoral", "main", Map.of("loft", "Lagos", "whistle", "x")))
                .isInstanceOfSatisfying(AccountRefused.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.NAME));
        in("littoral", () -> {
            accounts.remove("pigeon", "main");
            return null;
        });
        assertThat(pigeons.open).containsOnlyKeys("demo/main");
        assertThat(pigeons.open.get("demo/main").get("loft")).isEqualTo("Cotonou");
        assertThat(in("demo", accounts::all)).hasSize(1);
    }

    @Test
    void afterAStartTheyAreAtWorkAgainAndOneThatCannotBeLeavesTheOthers() {
        save("demo", "main", Map.of("loft", "Cotonou", "whistle", "tweet"));
        save("littoral", "coast", Map.of("loft", "Ouidah", "whistle", "tweet"));
        pigeons.open.clear();
        TenantContext.runAsSystem(
                () -> transaction.executeWithoutResult(
                        status -> jdbc.update(
                                "update channel_account set secrets = '{\"whistle\": \"bm90IGEgc2VhbCBhdCBhbGw=\"}' where name = 'main'")));

        new AccountsAtWork(List.of(accounts), repository, transaction).start();

        assertThat(pigeons.open).containsOnlyKeys("littoral/coast");
    }

    @Test
    void whatIsTakenAwayIsAtWorkNoMore() {
        save("demo", "main", Map.of("loft", "Cotonou", "whistle", "tweet"));
        in("demo", () -> {
            accounts.remove("pigeon", "main");
            return null;
        });
        assertThat(pigeons.open).isEmpty();
        assertThat(in("demo", accounts::all)).isEmpty();
    }

    @Test
    void withoutAKeyNoSecretIsKept() {
        assertThatThrownBy(() -> new Secrets(null).close(Map.of("whistle", "tweet"), "x"))
                .isInstanceOfSatisfying(AccountRefused.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.NO_KEY));
    }

    private void refused(Reason reason, String name, Map<String, String> values) {
        assertThatThrownBy(() -> save("demo", name, values))
                .isInstanceOfSatisfying(AccountRefused.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    private void save(String tenant, String name, Map<String, String> values) {
        in(tenant, () -> {
            accounts.save("pigeon", name, values, "admin");
            return null;
        });
    }

    /** As the service's own annotations would have it. */
    private <T> T in(String tenant, Supplier<T> action) {
        return TenantContext.call(tenant, () -> transaction.execute(status -> action.get()));
    }
}
