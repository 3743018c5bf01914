package io.parcours.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Each failure is one sentence on stderr. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {

    private static final String NOWHERE = "--parcours.db.url=jdbc:postgresql://127.0.0.1:1/parcours";
    private static final String PASSWORD = "--parcours.db.password=a-password-of-its-own";
    private static final String OWNER_PASSWORD = "--parcours.db.owner-password=another-of-its-own";
    private static final String DEMO = "--spring.profiles.active=demo";

    @TempDir
    Path folder;

    @Test
    void missingSecretsAreNamedOutsideTheDemo(CapturedOutput output) {
        refused();

        assertThat(output.getErr().lines())
                .containsExactly("Parcours needs PARCOURS_DB_URL, PARCOURS_DB_PASSWORD, PARCOURS_DB_OWNER_PASSWORD"
                        + " in the environment to start outside the demo: see docs/operating.md.");
    }

    @Test
    void theEmbeddedDatabaseIsForTheDemoOnly(CapturedOutput output) {
        refused("--parcours.db.data-dir=" + folder, PASSWORD, OWNER_PASSWORD);

        assertThat(output.getErr().lines())
                .containsExactly("Parcours needs PARCOURS_DB_URL in the environment to start outside the demo:"
                        + " see docs/operating.md.");
    }

    @Test
    void anotherDatabaseNeedsItsPasswordsInTheDemoToo(CapturedOutput output) {
        refused(DEMO, NOWHERE, PASSWORD);

        assertThat(output.getErr().lines())
                .containsExactly("Parcours needs PARCOURS_DB_OWNER_PASSWORD in the environment to start with another"
                        + " PostgreSQL: see docs/operating.md.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parcours_app", "PARCOURS_APP", "changeme", "short"})
    void aPasswordThatAnybodyWouldTryIsRefusedOutsideTheDemo(String password, CapturedOutput output) {
        refused(NOWHERE, "--parcours.db.password=" + password, OWNER_PASSWORD);

        assertThat(output.getErr().lines())
                .singleElement()
                .asString()
                .startsWith("PARCOURS_DB_PASSWORD is a default password or shorter than 8 characters");
    }

    @Test
    void theOwnersPasswordIsHeldToTheSame(CapturedOutput output) {
        refused(NOWHERE, PASSWORD, "--parcours.db.owner-password=parcours_owner");

        assertThat(output.getErr()).startsWith("PARCOURS_DB_OWNER_PASSWORD is a default password");
    }

    @Test
    void aTakenPortIsNamed(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            refused(DEMO, "--server.port=" + taken.getLocalPort());

            assertThat(output.getErr().lines())
                    .containsExactly("Port " + taken.getLocalPort()
                            + " is taken by another program: stop it, or set SERVER_PORT to a free port.");
        }
    }

    @Test
    void aTakenManagementPortIsNamed(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(DEMO, "--management.server.port=" + taken.getLocalPort());

            assertThat(output.getErr().lines())
                    .containsExactly("Port " + taken.getLocalPort()
                            + " is taken by another program: stop it, or set MANAGEMENT_SERVER_PORT to a free port.");
        }
    }

    @Test
    void onePortForTwoServersIsRefused(CapturedOutput output) {
        refused(DEMO, "--server.port=18080", "--management.server.port=18080");

        assertThat(output.getErr()).startsWith("SERVER_PORT and MANAGEMENT_SERVER_PORT are both 18080");
    }

    @Test
    void aPortThatIsNoNumberIsRefused(CapturedOutput output) {
        refused(DEMO, "--server.port=http");

        assertThat(output.getErr().lines()).containsExactly("SERVER_PORT is not a port number: http.");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed(CapturedOutput output) {
        refused(NOWHERE, PASSWORD, OWNER_PASSWORD);

        assertThat(output.getErr().lines())
                .singleElement()
                .asString()
                .startsWith("The database at jdbc:postgresql://127.0.0.1:1/parcours cannot be reached")
                .endsWith("check PARCOURS_DB_URL.");
        assertThat(output).doesNotContain("\tat ", "CONDITIONS EVALUATION", "a-password-of-its-own");
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsNamed(CapturedOutput output) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        refused(DEMO, "--parcours.db.data-dir=" + file.resolve("data"));

        assertThat(output.getErr().lines())
                .singleElement()
                .asString()
                .startsWith("The data folder " + file)
                .contains("cannot be written");
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void aDataFolderInUseIsNamed(CapturedOutput output) {
        try (EmbeddedPostgres other = EmbeddedPostgres.start(folder)) {
            assertThat(other.url()).isNotEmpty();

            refused(DEMO, "--parcours.db.data-dir=" + folder);

            assertThat(output.getErr().lines())
                    .singleElement()
                    .asString()
                    .endsWith("is in use by another running Parcours.");
        }
    }

    /** Ports that nobody takes, unless the test names one. */
    private static void refused(String... arguments) {
        SpringApplication application = Start.of(DatabaseOnly.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", "0"));
        assertThatThrownBy(() -> application.run(arguments)).isNotNull();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.parcours.database")
    @ImportAutoConfiguration(FlywayAutoConfiguration.class)
    static class DatabaseOnly {}
}
