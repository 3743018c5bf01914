package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import io.parcours.database.DatabaseLogin;
import io.parcours.database.EmbeddedPostgres;
import io.parcours.database.ForeignDatabase;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Systems that are set up, changed and taken away while the platform runs, on a real PostgreSQL. */
@Timeout(90)
class SystemAccountKindTest {

    private static final String DEMO = "demo";
    private static EmbeddedPostgres server;
    private static ForeignDatabase here;
    private static ForeignDatabase there;
    private static ForeignDatabase disguised;

    private OperatorTestBed bed;
    private SystemAccountKind kind;

    @BeforeAll
    static void start() throws SQLException {
        server = EmbeddedPostgres.temporary();
        here = server.foreignDatabase("here");
        there = server.foreignDatabase("there");
        disguised = server.foreignDatabase("disguised");
        try (Connection connection = own(disguised);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists public");
            statement.execute("create or replace function public.parcours_tenant() returns text language sql"
                    + " as $$ select 'x' $$");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void set() {
        bed = new OperatorTestBed(connection("billing", here).describedBy("trial-slow"));
        kind = kind(bed.maker);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void whatIsOpenedIsAskedAndWhatIsClosedLeavesNothing() {
        kind.open(crm(here));

        assertThat(place()).isEqualTo("here");
        SystemState state = states(DEMO).get(1);
        assertThat(state.connection()).isEqualTo("crm");
        assertThat(state.configured()).isFalse();
        assertThat(state.calls()).isEqualTo(1);
        assertThat(meters()).isNotEmpty();
        assertThat(connections(here)).isPositive();

        kind.close(DEMO, "crm");

        assertThatThrownBy(this::place).isInstanceOf(OperationRefused.class).hasMessage("no-operation");
        assertThat(states(DEMO)).extracting(SystemState::connection).containsExactly("billing");
        assertThat(meters()).isEmpty();
        await().until(() -> connections(here) == 0);
    }

    @Test
    void whatIsChangedTakesNothingOverFromWhatItWas() {
        kind.open(crm(here));
        assertThat(place()).isEqualTo("here");

        kind.open(crm(there));

        assertThat(place()).as("no answer that was kept of the old one").isEqualTo("there");
        assertThat(states(DEMO).get(1).calls()).isEqualTo(1);
        assertThat(up()).isEqualTo(1);
        await().until(() -> connections(here) == 0);
    }

    @Test
    void oneThatWasLeftAloneIsAskedAtOnceWhenItWasMended() {
        kind.open(values("crm", Map.of("url", here.url(), "password", "wrong")));
        for (int i = 0; i < 5; i++) {
            assertThat(catchThrowable(this::place)).isInstanceOf(NotAvailable.class);
        }
        assertThat(states(DEMO).get(1).works()).isFalse();
        assertThat(up()).isZero();

        kind.open(crm(here));

        assertThat(place()).isEqualTo("here");
        assertThat(states(DEMO).get(1).works()).isTrue();
        assertThat(up()).isEqualTo(1);
    }

    @Test
    void aCallUnderWayEndsProperlyWhileItsSystemIsChangedOrTakenAway() {
        kind.open(crm(here));
        CompletableFuture<OperatorAnswer> first = slowly();
        kind.open(crm(here));
        CompletableFuture<OperatorAnswer> second = slowly();
        kind.close(DEMO, "crm");

        assertThat(first.join().first().orElseThrow()).containsEntry("answer", "answered");
        assertThat(second.join().first().orElseThrow()).containsEntry("answer", "answered");
        await().until(() -> connections(here) == 0);
        assertThat(meters()).as("a late end is measured no more").isEmpty();
    }

    @Test
    void nobodyWhoAsksNoticesHowOftenASystemIsChanged() {
        kind.open(crm(here));
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Integer>> askers = List.of(asking(done), asking(done));
        for (int i = 0; i < 30; i++) {
            kind.open(crm(i % 2 == 0 ? there : here));
        }
        done.set(true);

        assertThat(askers).allSatisfy(asker -> assertThat(asker.join()).isPositive());
    }

    @Test
    void whatTheInstallationBringsIsNeitherReplacedNorTakenAway() {
        wrong(() -> kind.open(values("billing", Map.of())), "account.systemConfigured");
        kind.close(DEMO, "billing");

        assertThat(states(DEMO)).extracting(SystemState::configured).containsExactly(true);
        assertThat(TenantContext.call(DEMO, () -> bed.systems.read("billing.place", Map.of()))
                        .rows())
                .hasSize(1);
    }

    @Test
    void eachOperatorHasItsOwnNamesAndSeesNoOther() {
        kind.open(crm(here));
        kind.open(new AccountValues(
                "littoral", AccountKind.SYSTEM, "crm", crm(there).values()));

        assertThat(place()).isEqualTo("here");
        assertThat(TenantContext.call("littoral", () -> bed.systems.read("crm.place", Map.of()))
                        .first()
                        .orElseThrow())
                .containsEntry("place", "there");
        kind.close("littoral", "crm");
        assertThat(place()).isEqualTo("here");
        assertThat(states("littoral")).isEmpty();
    }

    @Test
    void whatIsWrongChangesNothing() {
        kind.open(crm(here));
        wrong(
                () -> kind.open(values("crm", Map.of("url", "jdbc:postgresql://db/x?loggerFile=/tmp/x"))),
                "account.systemParameter");
        assertThat(place()).isEqualTo("here");
    }

    @Test
    void thePlatformsOwnDatabaseIsRefusedByItsAddress() {
        wrong(() -> kind.open(values("crm", Map.of("url", server.url()))), "account.systemOurs");
        wrong(() -> kind.test(values("crm", Map.of("url", server.url() + "?ssl=false"))), "account.systemOurs");
    }

    @Test
    void andIsKnownFromInsideWhateverLedThere() {
        assertThat(kind.test(crm(disguised))).contains(Problem.of("account.systemOurs"));
        kind.open(crm(disguised));
        assertThatThrownBy(this::place).isInstanceOf(NotAvailable.class).hasMessage("no-connection");
    }

    @Test
    void aDatabaseIsTriedBesideTheOneAtWork() {
        assertThat(kind.test(crm(here))).isEmpty();
        assertThat(states(DEMO)).as("nothing is at work by it").hasSize(1);
        await().until(() -> connections(here) == 0);

        assertThat(kind.test(values("crm", Map.of("url", here.url(), "password", "wrong"))))
                .contains(Problem.of("system.login"));
        assertThat(kind.test(values("crm", Map.of("url", here.url() + "x")))).contains(Problem.of("system.noDatabase"));
        assertThat(kind.test(values("crm", Map.of("url", here.url(), "operations", "trial-sql"))))
                .contains(Problem.of("system.statement", "balance", Problem.of("system.noTable")));
    }

    @Test
    void whoDoesNotAnswerOrIsNotThereIsSaidWithinSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();
            Optional<Problem> problem = kind.test(
                    values("crm", Map.of("url", "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x")));
            assertThat(problem).isPresent();
            assertThat(problem.get().code()).isIn("system.late", "system.unreachable");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(kind.test(values("crm", Map.of("url", "jdbc:postgresql://127.0.0.1:1/x"))))
                .contains(Problem.of("system.unreachable", "SQLSTATE 08001"));
    }

    @Test
    void aWebServiceIsAskedWithItsLoginAndHeader() throws IOException {
        try (RawService service = new RawService()) {
            Map<String, String> api = Map.of(
                    "url", service.url(),
                    "user", "",
                    "password", "token-1",
                    "operations", "trial-web",
                    "headerName", "X-Source",
                    "headerValue", "centre");
            assertThat(kind.test(values("api", api))).isEmpty();
            assertThat(service.requests().get(0).uri()).isEqualTo("/api");
            assertThat(service.requests().get(0).authorization()).isEqualTo("Bearer token-1");
            assertThat(service.requests().get(0).source()).isEqualTo("centre");

            service.answers(401, "no");
            assertThat(kind.test(values("api", api))).contains(Problem.of("system.refused", "HTTP 401"));
            service.answers(403, "no");
            assertThat(kind.test(values("api", api))).contains(Problem.of("system.refused", "HTTP 403"));
            service.answers(503, "no");
            assertThat(kind.test(values("api", api))).contains(Problem.of("system.away", "HTTP 503"));
            service.answers(404, "nothing at this address");
            assertThat(kind.test(values("api", api))).isEmpty();

            kind.open(values("api", api));
            service.answers(200, "{}");
            assertThat(TenantContext.call(DEMO, () -> bed.systems.read("api.outages", Map.of("zone", "x")))
                            .rows())
                    .isEmpty();
        }
        assertThat(kind.test(values(
                        "api", Map.of("url", "http://127.0.0.1:1", "operations", "trial-web", "password", "token-1"))))
                .contains(Problem.of("system.unreachable", "ConnectException"));
    }

    @Test
    void aLookUpThatNeedsNothingIsABetterQuestionThanTheBareAddress() throws IOException {
        try (RawService service = new RawService()) {
            assertThat(kind.test(new AccountValues(
                            DEMO, AccountKind.SYSTEM, "api", Map.of("url", service.url(), "operations", "trial-open"))))
                    .isEmpty();
            assertThat(service.requests()).extracting(RawService.Request::uri).containsExactly("/api/health");
        }
    }

    @Test
    void whatIsMissingOrDoesNotFitIsSaidAtItsField() {
        wrong(() -> kind.open(values("Crm", Map.of())), "account.systemName");
        wrong(() -> kind.open(values("crm", Map.of("user", ""))), "account.systemUser");
        wrong(() -> kind.open(values("crm", Map.of("password", ""))), "account.systemPassword");
        wrong(() -> kind.open(values("crm", Map.of("operations", "trial-web"))), "account.systemFileWeb");
        wrong(() -> kind.open(values("crm", Map.of("operations", "no-such-file"))), "account.systemOperations");
        wrong(() -> kind.open(values("crm", Map.of("operations", "../trial-sql"))), "account.systemOperations");
        wrong(() -> kind.open(values("crm", Map.of("concurrent", "0"))), "account.between");
        wrong(() -> kind.open(values("crm", Map.of("concurrent", "51"))), "account.between");
        wrong(() -> kind.open(values("crm", Map.of("rate", "many"))), "account.number");
        wrong(() -> kind.open(values("crm", Map.of("headerName", "X-Key"))), "account.systemHeader");
        Map<String, String> api = Map.of("url", "https://api.example", "operations", "trial-web");
        wrong(() -> kind.open(values("api", with(api, "operations", "trial-slow"))), "account.systemFileSql");
        wrong(() -> kind.open(values("api", with(api, "headerName", "X-Key"))), "account.systemHeaderValue");
        for (String reserved : List.of("Host", "Content-Length", "X Key", "X-Key\r\nEvil")) {
            wrong(
                    () -> kind.open(values("api", with(with(api, "headerName", reserved), "headerValue", "x"))),
                    "account.systemHeader");
        }
        wrong(
                () -> kind.open(values("api", with(with(api, "headerName", "X-Key"), "headerValue", "x\r\nEvil: y"))),
                "account.systemHeaderValue");
    }

    @Test
    void whatHoldsForTheMachineItselfOnlyIsNoSystem() {
        for (String address : List.of("http://169.254.169.254/latest", "http://[fe80::1]/x")) {
            wrong(
                    () -> kind.open(values("api", Map.of("url", address, "operations", "trial-web"))),
                    "account.systemLinkLocal");
        }
    }

    @Test
    void secretsStayForOneServerOnly() {
        Map<String, String> before = Map.of("url", here.url());
        assertThat(kind.keepsSecrets(before, Map.of("url", there.url()))).isTrue();
        assertThat(kind.keepsSecrets(before, Map.of("url", "jdbc:postgresql://evil.example/here")))
                .isFalse();
        assertThat(kind.keepsSecrets(before, Map.of("url", "nonsense"))).isFalse();
    }

    @Test
    void filesAreOfferedFromTheFolderAnOperatorsOwnToItselfAlone(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve(DEMO));
        String described = new String(
                getClass().getResourceAsStream("/operations/trial-slow.yml").readAllBytes());
        Files.writeString(folder.resolve("for-all.yml"), described);
        Files.writeString(folder.resolve(DEMO).resolve("sahel-crm.yaml"), described);
        Files.writeString(folder.resolve("read me.txt"), "no file of operations");
        OperationFiles files = new OperationFiles(folder.toString());
        SystemAccountKind offering = kind(new SystemMaker(files, bed.meters, Clock.systemUTC()));

        assertThat(choices(offering, DEMO))
                .contains("for-all", "sahel-crm", "trial-sql")
                .doesNotContain("read me");
        assertThat(choices(offering, "littoral"))
                .contains("for-all", "trial-sql")
                .doesNotContain("sahel-crm");
        offering.open(values("crm", Map.of("operations", "sahel-crm")));
        assertThat(place()).isEqualTo("here");
        AccountValues foreign = values("crm", Map.of("operations", "sahel-crm"));
        wrong(
                () -> offering.open(new AccountValues("littoral", AccountKind.SYSTEM, "crm", foreign.values())),
                "account.systemOperations");
    }

    private SystemAccountKind kind(SystemMaker maker) {
        return new SystemAccountKind(bed.systems, maker, new SystemValues((host, port, name) -> server.url()
                .endsWith(":" + port + "/" + name)));
    }

    private static List<String> choices(SystemAccountKind kind, String tenant) {
        return TenantContext.call(tenant, kind::fields).stream()
                .filter(field -> field.name().equals("operations"))
                .map(AccountField::choices)
                .findFirst()
                .orElseThrow();
    }

    private static void wrong(Runnable action, String code) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(WrongValue.class, wrong -> assertThat(
                        wrong.problem().code())
                .isEqualTo(code));
    }

    private CompletableFuture<Integer> asking(AtomicBoolean done) {
        return CompletableFuture.supplyAsync(() -> {
            int asked = 0;
            while (!done.get()) {
                assertThat(place()).isIn("here", "there");
                asked++;
            }
            return asked;
        });
    }

    /** Begun there when this returns. */
    private CompletableFuture<OperatorAnswer> slowly() {
        int before = sleepers();
        CompletableFuture<OperatorAnswer> call = CompletableFuture.supplyAsync(
                () -> TenantContext.call(DEMO, () -> bed.systems.read("crm.slow", Map.of("seconds", "1.5"))));
        await().until(() -> sleepers() > before);
        return call;
    }

    private String place() {
        return (String) TenantContext.call(DEMO, () -> bed.systems.read("crm.place", Map.of()))
                .first()
                .orElseThrow()
                .get("place");
    }

    private List<SystemState> states(String tenant) {
        return TenantContext.call(tenant, bed.systems::states);
    }

    private List<String> meters() {
        return bed.meters.getMeters().stream()
                .filter(meter -> "crm".equals(meter.getId().getTag("connection")))
                .map(meter -> meter.getId().getName())
                .toList();
    }

    private double up() {
        return bed.meters
                .get("parcours.operator.up")
                .tag("connection", "crm")
                .gauge()
                .value();
    }

    private static AccountValues crm(ForeignDatabase database) {
        return values(
                "crm",
                Map.of(
                        "url", database.url(),
                        "user", database.owner().user(),
                        "password", database.owner().password()));
    }

    /** Of a database, with what is given in place of it; what is empty is left out, as the service does it. */
    private static AccountValues values(String name, Map<String, String> given) {
        Map<String, String> values = new HashMap<>(Map.of(
                "url", here.url(),
                "user", here.owner().user(),
                "password", here.owner().password(),
                "operations", "trial-slow"));
        values.putAll(given);
        values.values().removeIf(String::isEmpty);
        return new AccountValues(DEMO, AccountKind.SYSTEM, name, values);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    private static OperatorConnection connection(String name, ForeignDatabase database) {
        return OperatorConnection.of(
                DEMO,
                name,
                database.url(),
                database.owner().user(),
                database.owner().password());
    }

    private static Connection own(ForeignDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    private static int connections(ForeignDatabase database) {
        String name = database.owner().user();
        return number(
                server.url(), server.owner(), "select count(*) from pg_stat_activity where datname = '" + name + "'");
    }

    /** What a role runs only itself may see. */
    private static int sleepers() {
        return number(
                here.url(),
                here.owner(),
                "select count(*) from pg_stat_activity where state = 'active' and query like '%pg_sleep(%'"
                        + " and pid <> pg_backend_pid()");
    }

    private static int number(String url, DatabaseLogin login, String query) {
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
