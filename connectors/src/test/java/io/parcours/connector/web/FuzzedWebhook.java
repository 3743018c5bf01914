package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parcours.connector.Mutations;
import io.parcours.connector.RecordingInbox;
import io.parcours.conversation.InboundMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.boot.test.system.CapturedOutput;

/**
 * A webhook under bodies that no provider writes. Whatever it is told, it takes in or says that it is no JSON, and nothing of
 * what it takes in is lost or could not be stored.
 */
public final class FuzzedWebhook {

    private static final int BODIES = 500;

    /** Only counted: nothing in them that the platform does not know already. */
    private static final Set<String> COUNTED = Set.of("sent", "again");

    /** Of PostgreSQL's index entries, which hold 2,704 octets; the rest is for the tenant, the channel and the account. */
    private static final int LONGEST_KEY = 2_000;

    private static final int LONGEST_REASON = 1_200;

    private final ServletServer server;
    private final String path;
    private final RecordingInbox inbox;
    private final MeterRegistry registry;

    /** @param path of the account */
    public FuzzedWebhook(ServletServer server, String path, RecordingInbox inbox, MeterRegistry registry) {
        this.server = server;
        this.path = path;
        this.inbox = inbox;
        this.registry = registry;
    }

    /**
     * Posts bodies on one connection after the other: one lasts until a body is refused.
     *
     * @param proof the header that shows who sent a body
     * @param elements how many things a body tells, at least
     * @param output in which nothing may stand of a failure
     */
    public void takesOrRefuses(
            Mutations bodies, Function<byte[], String> proof, ToIntFunction<JsonNode> elements, CapturedOutput output)
            throws IOException {
        int taken = 0;
        try (KeptConnection connection = new KeptConnection(server.port())) {
            for (int i = 0; i < BODIES; i++) {
                byte[] body = bodies.json();
                String shown = "body " + i + ": " + Mutations.shown(body);
                Optional<JsonNode> json = read(body);
                int before = told(false);
                int countedBefore = told(true);
                int calls = inbox.calls.get();

                int status = connection.post(path, proof.apply(body), body);

                assertThat(status).as(shown).isEqualTo(json.isPresent() ? 200 : 400);
                int told = told(false) - before;
                int counted = told(true) - countedBefore;
                assertThat(inbox.calls.get() - calls).as(shown).isGreaterThanOrEqualTo(told);
                if (json.isPresent()) {
                    assertThat(told + counted).as(shown).isGreaterThanOrEqualTo(elements.applyAsInt(json.get()));
                    taken++;
                }
                couldBeStored(shown);
            }
        }
        assertThat(taken).isGreaterThan(BODIES / 3);
        assertThat(output).doesNotContain("ERROR", "SEVERE", "Exception", "OutOfMemory");
    }

    /** Proof as Meta gives it. */
    public static Function<byte[], String> signed(String secret) {
        return body -> Signature.HEADER + ": sha256=" + HexFormat.of().formatHex(Signature.over(body, secret));
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(StrictJson.parse(body));
        } catch (Unreadable noJson) {
            return Optional.empty();
        }
    }

    private int told(boolean counted) {
        return (int) registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().endsWith(".received") && meter instanceof Counter)
                .filter(meter -> COUNTED.contains(meter.getId().getTag("kind")) == counted)
                .mapToDouble(meter -> ((Counter) meter).count())
                .sum();
    }

    /** Held against what PostgreSQL takes; then forgotten. */
    private void couldBeStored(String shown) {
        inbox.stored.forEach(message -> fits(shown, message));
        inbox.receipts.forEach(receipt -> {
            key(shown, receipt.providerId());
            text(shown, receipt.errorCode());
            moment(shown, receipt.at());
        });
        inbox.watermarks.forEach(watermark -> {
            key(shown, watermark.address());
            moment(shown, watermark.until());
        });
        inbox.changes.forEach(change -> {
            key(shown, change.from());
            key(shown, change.to());
        });
        inbox.notices.forEach(notice -> {
            text(shown, notice.payload());
            String reason = notice.reason().toString();
            text(shown, reason);
            assertThat(reason.length()).as(shown).isBetween(1, LONGEST_REASON);
        });
        Stream.of(inbox.stored, inbox.receipts, inbox.watermarks, inbox.changes, inbox.notices)
                .forEach(List::clear);
    }

    private static void fits(String shown, InboundMessage message) {
        key(shown, message.externalId());
        key(shown, message.from());
        moment(shown, message.at());
        text(shown, message.text());
        text(shown, message.choice().orElse(null));
        text(shown, message.person().name());
        key(shown, Objects.requireNonNullElse(message.person().msisdn(), "none"));
        message.person().alsoAt().forEach(address -> key(shown, address));
        message.attachment().ifPresent(attached -> Arrays.asList(
                        attached.type(), attached.mediaId(), attached.mimeType(), attached.name())
                .forEach(word -> text(shown, word)));
    }

    private static void key(String shown, String key) {
        text(shown, key);
        assertThat(key.getBytes(StandardCharsets.UTF_8).length).as(shown).isBetween(1, LONGEST_KEY);
    }

    private static void text(String shown, String text) {
        if (text != null) {
            assertThat(text).as(shown).isEqualTo(Fields.storable(text));
        }
    }

    private static void moment(String shown, Instant at) {
        assertThat(at).as(shown).isBetween(Instant.EPOCH, Instant.now().plus(Duration.ofMinutes(6)));
    }
}
