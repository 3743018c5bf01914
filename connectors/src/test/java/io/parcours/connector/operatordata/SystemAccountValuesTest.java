package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.conversation.Problem;
import io.parcours.operatordata.NotAvailable;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may be set up as a system, and what is said of it when it is tried. */
@Timeout(90)
class SystemAccountValuesTest extends TwoDatabases {

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
            assertThat(bed.reads("api.outages", Map.of("zone", "x")).rows()).isEmpty();
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

    private static List<String> choices(SystemAccountKind kind, String tenant) {
        return TenantContext.call(tenant, kind::fields).stream()
                .filter(field -> field.name().equals("operations"))
                .map(AccountField::choices)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }
}
