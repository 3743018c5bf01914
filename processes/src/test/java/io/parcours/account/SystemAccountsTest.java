package io.parcours.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.AccountRefused.Reason;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Problem;
import io.parcours.operatordata.OperatorSystems;
import io.parcours.operatordata.SystemState;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.ScriptedSystems;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Instant;
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

/** Operators' own systems as their administrators set them up, on the database. */
@JourneyTest
class SystemAccountsTest {

    private static final Instant SINCE = Instant.parse("2026-11-28T09:00:00Z");

    @Autowired
    AccountRepository repository;

    @Autowired
    Secrets secrets;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Library library = new Library();
    private SystemAccounts systems;
    private ChannelAccounts channels;

    /** Archives that are at work as soon as they are open; one is brought by the installation, and left alone. */
    private static final class Library extends ScriptedSystems implements AccountKind {

        private final Map<String, AccountValues> open = new ConcurrentHashMap<>();

        @Override
        public String channel() {
            return SYSTEM;
        }

        @Override
        public List<AccountField> fields() {
            return List.of(
                    AccountField.required("url", "https://library.example"), AccountField.optionalSecret("password"));
        }

        @Override
        public void open(AccountValues account) {
            open.put(account.tenant() + "/" + account.name(), account);
        }

        @Override
        public void close(String tenant, String name) {
            open.remove(tenant + "/" + name);
        }

        @Override
        public Optional<Problem> test(AccountValues account) {
            return Optional.ofNullable(account.get("password")).map(known -> Problem.of("library.closed"));
        }

        @Override
        public boolean keepsSecrets(Map<String, String> before, Map<String, String> now) {
            return before.get("url").equals(now.get("url"));
        }

        @Override
        public List<SystemState> states() {
            return List.of(
                    new SystemState("archive", "HTTP", false, null, null, null, 0, 0, null),
                    new SystemState("billing", "SQL", true, SINCE, "timeout", SINCE, 9, 9, null));
        }
    }

    @BeforeEach
    void nobodyHasSystems() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("library", library);
        systems = new SystemAccounts(
                repository, secrets, List.of(library), beans.getBeanProvider(OperatorSystems.class), Clock.systemUTC());
        channels = new ChannelAccounts(
                repository,
                secrets,
                List.of(library),
                new StaticListableBeanFactory().getBeanProvider(Channel.class),
                Clock.systemUTC());
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.update("delete from channel_account where channel = 'system'")));
    }

    @Test
    void whatWasSetUpAndWhatTheInstallationBringsAreListedWithTheirStates() {
        save("demo", "archive", Map.of("url", "https://a.example", "password", "secret-4711"));
        save("demo", "cellar", Map.of("url", "https://c.example"));

        List<AccountSetUp> all = in("demo", systems::all);

        assertThat(all).extracting(AccountSetUp::name).containsExactly("archive", "cellar", "billing");
        assertThat(all).extracting(AccountSetUp::own).containsExactly(true, true, false);
        assertThat(all.get(0).state())
                .hasValueSatisfying(state -> assertThat(state.works()).isTrue());
        assertThat(all.get(0).secrets()).containsExactly("password");
        assertThat(all.get(0).toString()).doesNotContain("secret-4711");
        assertThat(all.get(1).state()).as("nothing is at work by this name").isEmpty();
        assertThat(all.get(2).state())
                .contains(new AccountState("demo", "system", "billing", Problem.of("system.leftAlone"), SINCE));
    }

    @Test
    void aSystemSetUpUnderANameThatTheInstallationTookSinceIsNotShownAtWork() {
        save("demo", "billing", Map.of("url", "https://b.example"));

        assertThat(in("demo", systems::all))
                .filteredOn(AccountSetUp::own)
                .hasSize(1)
                .allMatch(account -> account.state().isEmpty());
    }

    @Test
    void systemsAreNoAccountsOfChannels() {
        save("demo", "archive", Map.of("url", "https://a.example"));

        assertThat(channels.kinds()).isEmpty();
        assertThat(in("demo", channels::all)).isEmpty();
        assertThat(systems.kinds()).containsExactly("system");
        assertThatThrownBy(() -> in("demo", () -> {
                    channels.remove("system", "archive");
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(library.open).containsKey("demo/archive");
    }

    @Test
    void eachOperatorHasItsOwnNamesAndTouchesNoOther() {
        save("demo", "archive", Map.of("url", "https://a.example"));
        save("littoral", "archive", Map.of("url", "https://b.example"));

        assertThat(library.open.get("demo/archive").get("url")).isEqualTo("https://a.example");
        in("littoral", () -> {
            systems.remove("system", "archive");
            return null;
        });
        assertThat(library.open).containsOnlyKeys("demo/archive");
        assertThat(in("demo", systems::all)).anyMatch(AccountSetUp::own);
        assertThat(in("littoral", systems::all)).noneMatch(AccountSetUp::own);
    }

    @Test
    void aSecretIsNotLedToAnotherServerByWhoDoesNotKnowIt() {
        save("demo", "archive", Map.of("url", "https://a.example", "password", "secret-4711"));

        Map<String, String> elsewhere = Map.of("url", "https://evil.example", "password", "");
        assertThatThrownBy(() -> save("demo", "archive", elsewhere))
                .isInstanceOfSatisfying(AccountRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.VALUES);
                    assertThat(refused.problem()).contains(Problem.of("account.secretsAnew"));
                });
        assertThatThrownBy(() -> in("demo", () -> systems.test("system", "archive", elsewhere)))
                .isInstanceOf(AccountRefused.class);
        assertThat(library.open.get("demo/archive").get("url")).isEqualTo("https://a.example");

        save("demo", "archive", Map.of("url", "https://b.example", "password", "secret-4712"));
        assertThat(library.open.get("demo/archive").get("password")).isEqualTo("secret-4712");
        save("demo", "archive", Map.of("url", "https://b.example"));
        assertThat(library.open.get("demo/archive").get("password")).isEqualTo("secret-4712");
    }

    @Test
    void theTestSeesTheSecretThatIsKept() {
        save("demo", "archive", Map.of("url", "https://a.example", "password", "secret-4711"));
        assertThat(in("demo", () -> systems.test("system", "archive", Map.of("url", "https://a.example"))))
                .contains(Problem.of("library.closed"));
    }

    @Test
    void afterAStartTheyAreAtWorkAgain() {
        save("demo", "archive", Map.of("url", "https://a.example", "password", "secret-4711"));
        library.open.clear();

        new AccountsAtWork(List.of(channels, systems), repository, transaction).start();

        assertThat(library.open.get("demo/archive").get("password")).isEqualTo("secret-4711");
    }

    private void save(String tenant, String name, Map<String, String> values) {
        in(tenant, () -> {
            systems.save("system", name, values, "admin");
            return null;
        });
    }

    private <T> T in(String tenant, Supplier<T> action) {
        return TenantContext.call(tenant, () -> transaction.execute(status -> action.get()));
    }
}
