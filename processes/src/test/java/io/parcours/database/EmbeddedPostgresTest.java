package io.parcours.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    static Path programs;

    /** Most tests take over the folder from each other: that it always starts again is what they are about. */
    @TempDir
    static Path data;

    @TempDir
    Path ownData;

    @AfterAll
    static void stopWhatAKilledProcessLeft() {
        start().close();
    }

    @Test
    void keepsItsDataAndPasswordsBetweenStarts() throws SQLException {
        DatabaseLogin first;
        try (EmbeddedPostgres server = start()) {
            KeptServer.write(server, "kept");
            first = server.app();
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(KeptServer.texts(server)).contains("kept");
            assertThat(server.app()).isEqualTo(first);
        }
    }

    @Test
    void writesThroughToTheDisk() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void comesBackOnItsPortWhenItEndedByItself() throws Exception {
        try (EmbeddedPostgres server = start()) {
            KeptServer.write(server, "written before the server was killed");
            ProcessHandle killed = leftoverServer();
            killed.destroyForcibly();
            killed.onExit().join();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() ->
                            assertThat(KeptServer.texts(server)).contains("written before the server was killed"));
        }
        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void startsAgainWithItsDataAfterItsProcessWasKilled() throws Exception {
        Process killed = startElsewhere("written before the kill");
        killed.destroyForcibly().waitFor();
        assertThat(leftoverServer().isAlive()).isTrue();

        try (EmbeddedPostgres server = start()) {
            assertThat(KeptServer.texts(server)).contains("written before the kill");
        }
    }

    @Test
    void startsAgainWithItsDataAfterProcessAndServerWereKilled() throws Exception {
        Process killed = startElsewhere("written before both kills");
        ProcessHandle server = leftoverServer();
        killed.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().join();

        try (EmbeddedPostgres again = start()) {
            assertThat(KeptServer.texts(again)).contains("written before both kills");
        }
    }

    @Test
    void leavesAProcessAloneThatHasTheNumberOfAServerLongGone() throws Exception {
        start().close();
        Process somebody = new ProcessBuilder("sleep", "60").start();
        Files.writeString(cluster().resolve("postmaster.pid"), somebody.pid() + "\n");
        try (EmbeddedPostgres server = start()) {
            assertThat(somebody.isAlive()).isTrue();
            assertThat(setting(server, "fsync")).isEqualTo("on");
        } finally {
            somebody.destroyForcibly();
        }
    }

    @Test
    void beginsAgainWhereItsFirstStartWasCutShort() throws Exception {
        EmbeddedPostgres.start(ownData, programs).close();
        Files.delete(ownData.resolve("postgresql/cluster/global/pg_control"));
        Files.writeString(ownData.resolve("postgresql/unfinished"), "");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ownData, programs)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void stopsItsServerWhenClosed() {
        EmbeddedPostgres server = start();

        server.close();

        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
        assertThatThrownBy(() -> KeptServer.as(server, server.app())).hasMessageContaining("refused");
    }

    @Test
    void refusesAFolderThatAnotherProcessHolds() throws Exception {
        Process other = startElsewhere("written by the holder");
        try {
            assertThatThrownBy(() -> start())
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("in use by another running Parcours")
                    .hasMessageContaining(data.toString());
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void refusesAFolderThatThisProcessHolds() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            assertThatThrownBy(() -> start()).hasMessageContaining("in use");
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(ownData.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data"), programs))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("The data folder " + file)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refusesToGoOnWithoutItsPasswordsAndBringsItsProgramsAlong() throws IOException {
        EmbeddedPostgres.start(ownData).close();
        assertThat(ownData.resolve("postgresql/program")).isDirectoryContaining("glob:**");
        Files.delete(ownData.resolve("postgresql/passwords.properties"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(ownData))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("passwords.properties");
    }

    @Test
    void keepsItsFilesToItsUser() throws IOException {
        start().close();

        assertThat(permissions("postgresql")).isEqualTo("rwx------");
        assertThat(permissions("postgresql/passwords.properties")).isEqualTo("rw-------");
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, programs);
    }

    private static String setting(EmbeddedPostgres server, String name) throws SQLException {
        return KeptServer.value(server, server.app(), "select current_setting('" + name + "')");
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(path)));
    }

    private Path cluster() {
        return data.resolve("postgresql/cluster");
    }

    private ProcessHandle leftoverServer() throws IOException {
        try (Stream<String> lines = Files.lines(cluster().resolve("postmaster.pid"))) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow()))
                    .orElseThrow();
        }
    }

    private Process startElsewhere(String text) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String main = KeptServer.class.getName();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), main, data + "", programs + "", text)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.lines().filter("written"::equals).findFirst()).isPresent();
        return process;
    }
}
