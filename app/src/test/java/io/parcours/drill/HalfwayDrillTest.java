package io.parcours.drill;

import static io.parcours.drill.Stage.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application is killed while half of a subscriber's file is here and an agent speaks with a customer. */
@Tag("drill")
@Tag("halfway")
@ExtendWith(StageExtension.class)
class HalfwayDrillTest {

    private static final byte[] PICTURE = picture();
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration LONGER_THAN_THE_DRILL = Duration.ofMinutes(5);

    /** Whoever has stored pieces that are not committed yet. */
    private static final String HALF_HERE = "select count(*) from pg_locks l join pg_class c on c.oid = l.relation"
            + " where c.relname = 'media_chunk' and l.mode = 'RowExclusiveLock'";

    private static final String CALLS =
            "select state || ' ' || coalesce(outcome, 'goes on') from agent_call order by began_at";
    private static final String PIECES =
            "select encode(sha256(string_agg(octets, ''::bytea order by number)), 'hex') from media_chunk";

    private Stage stage;

    @Test
    void theFileIsFetchedAgainAndKeptOnceAndTheCallIsSaidToBeInterrupted(Stage given) {
        stage = given.started();
        String customer = somebodyWrites();
        stage.outside().shakeHands();
        await("the exchange to be connected").atMost(MINUTE).until(stage.outside()::telephoned);
        stage.outside().whatsapp().fileFaults().stall(LONGER_THAN_THE_DRILL);
        stage.outside().handset().sendImage(PICTURE, "image/jpeg", "Ma facture est fausse");
        agentCalls(customer);
        await("half of the file to be here")
                .atMost(MINUTE)
                .until(() -> stage.database().count(HALF_HERE) == 1);
        await("the two to speak").atMost(MINUTE).until(() -> calls().equals(List.of("TALKING goes on")));
        assertThat(stage.outside().exchange().channels()).hasSize(2);

        stage.platform().kill();

        await("the killed one's transactions to be over")
                .until(() ->
                        stage.database().count("select count(*) from pg_stat_activity where usename = 'parcours_app'")
                                == 0);
        assertThat(stage.database().count("select count(*) from media_chunk")).isZero();
        assertThat(files()).containsExactly("waiting");
        assertThat(calls()).containsExactly("TALKING goes on");

        stage.outside().whatsapp().fileFaults().stall(Duration.ZERO);
        stage.platform().start();

        await("the file to be here").atMost(MINUTE).untilAsserted(() -> assertThat(files())
                .containsExactly("kept"));
        assertThat(stage.database().texts(PIECES)).containsExactly(sha256(PICTURE));
        assertThat(stage.database().count("select count(*) from message where file_id is not null"))
                .isEqualTo(1);
        assertThat(calls()).containsExactly("TALKING INTERRUPTED");
        await("nobody to be left on the line")
                .atMost(MINUTE)
                .until(() -> stage.outside().exchange().channels().isEmpty());
        assertThat(stage.database().count("select count(*) from act_ru_incident"))
                .isZero();

        await("the exchange to be connected").atMost(MINUTE).until(() -> stage.outside()
                .telephoned());
        agentCalls(customer);
        await("the agent to speak with them again").atMost(MINUTE).until(() -> calls().equals(
                        List.of("TALKING INTERRUPTED", "TALKING goes on")));
        stage.outside().exchange().channels().forEach(stage.outside().exchange()::hangUp);
        await("the call to be over").atMost(MINUTE).until(() -> calls().get(1).equals("TALKING ANSWERED"));
    }

    @AfterEach
    void whatsAppIsItselfAgain() {
        stage.outside().whatsapp().fileFaults().stall(Duration.ZERO);
    }

    /** @return their number */
    private String somebodyWrites() {
        Subscribers newcomers = stage.outside().newcomers();
        newcomers.complains(3);
        String number = newcomers.all().iterator().next().msisdn();
        await("them to be known")
                .atMost(MINUTE)
                .until(() -> stage.database()
                                .count(
                                        "select count(*) from contact_point where channel = 'sms' and address = ?",
                                        number)
                        == 1);
        return number;
    }

    private void agentCalls(String number) {
        try {
            Path written = Files.writeString(stage.platform().home().resolve("call.new"), number);
            Files.move(written, written.resolveSibling("call"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files() {
        return stage.database().texts("select state from media_file");
    }

    private List<String> calls() {
        return stage.database().texts(CALLS);
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] picture() {
        byte[] octets = new byte[2_000_000];
        new Random(7).nextBytes(octets);
        octets[0] = (byte) 0xff;
        octets[1] = (byte) 0xd8;
        octets[2] = (byte) 0xff;
        return octets;
    }
}
