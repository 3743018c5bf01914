package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.connector.Contracts;
import io.parcours.connector.Gsm7;
import io.parcours.connector.SegmentedText;
import io.parcours.connector.UserData;
import io.parcours.connector.sms.RawSmsc.Answer;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against what other implementations wrote; runs where -Dparcours.contracts= names the folder with the recordings. */
@Timeout(30)
class SmppContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private Path folder;

    @BeforeEach
    void findContracts() {
        folder = Contracts.folder("smpp");
    }

    @Test
    void everyCharacterOnWhichThreeEncodersAgreeIsWrittenAndReadAlike() throws IOException {
        JsonNode agreed =
                JSON.readTree(folder.resolve("gsm0338_vectors.json").toFile()).path("agreed");
        assertThat(agreed.size()).isGreaterThan(130);
        agreed.fields().forEachRemaining(entry -> {
            String character = Character.toString(Integer.parseInt(entry.getKey(), 16));
            String hex = entry.getValue().asText();
            assertThat(HexFormat.of().formatHex(Gsm7.encode(character)))
                    .as(entry.getKey())
                    .isEqualTo(hex);
            assertThat(Gsm7.decode(HexFormat.of().parseHex(hex)))
                    .as(entry.getKey())
                    .isEqualTo(character);
        });
    }

    @Test
    void everyReceiptMetInTheFieldIsUnderstood() throws IOException {
        DeliveryReceipts receipts = new DeliveryReceipts(
                account("baobab", "smpp://u:p@host:1"), new ReceiptIds(SmsOptions.ReceiptIdStyle.SAME));
        List<String> lines =
                Files.readAllLines(folder.resolve("delivery_receipts.txt"), StandardCharsets.ISO_8859_1).stream()
                        .filter(line -> line.startsWith("id:"))
                        .toList();
        assertThat(lines).hasSize(14);
        for (String line : lines) {
            Optional<Receipt> receipt =
                    receipts.read(Pdu.deliver().esm(4).ascii(unescaped(line)).read(), Instant.now());
            String id = line.substring(3, line.indexOf(' ')).replaceFirst("^0+", "");
            assertThat(receipt.map(Receipt::providerId)).as(line).contains(id);
            assertThat(receipt.map(Receipt::state)).as(line).contains(DeliveryState.DELIVERED);
        }
    }

    @Test
    void aRecordedSessionIsAcknowledgedAndUnderstood() throws Exception {
        List<byte[]> delivered = session("smsc", 0x00000005);
        try (RawSmsc smsc = new RawSmsc();
                SmsTestBed bed = SmsTestBed.bound(account("baobab", smsc.url()))) {
            for (byte[] pdu : delivered) {
                smsc.send(pdu);
                int sequence = ByteBuffer.wrap(pdu).getInt(12);
                assertThat(smsc.answer()).isEqualTo(new Answer(RawSmsc.DELIVER_SM_RESP, 0, sequence));
            }
            assertTexts(bed.inbox.stored);
            assertReceipts(bed.inbox.receipts);
        }
    }

    @Test
    void whatAnotherImplementationSubmittedReadsAsItWasMeant() throws IOException {
        List<byte[]> submitted = session("esme", 0x00000004);
        Map<String, String> longTexts = new TreeMap<>();
        List<String> texts = new ArrayList<>();
        for (byte[] pdu : submitted) {
            // deliver_sm and submit_sm have the same body.
            var read = Pdu.read(pdu);
            UserData data = UserData.read(read.getDataCoding(), read.isUdhi(), read.getShortMessage());
            data.part()
                    .ifPresentOrElse(
                            part -> longTexts.merge(part.reference(), data.text(), String::concat),
                            () -> texts.add(data.text()));
        }
        assertThat(texts).contains("Hello world", "Price 5€ [a] {b} ^~|\\ @£$ èéùìò", "flash", "emoji 😀 ok");
        assertThat(longTexts).hasSize(2);
        assertThat(longTexts.get("08"))
                .startsWith("The quick brown fox")
                .hasSizeGreaterThan(306)
                .endsWith("dog. ");
        assertThat(longTexts.get("09")).startsWith("Привет! Это длинное").endsWith("UDH.");
        assertThat(SegmentedText.of(longTexts.get("09"), 9).segments())
                .as("we would have sent the same octets")
                .usingRecursiveComparison()
                .isEqualTo(submitted.stream()
                        .map(Pdu::read)
                        .filter(read -> read.isUdhi() && read.getDataCoding() == 8)
                        .map(read -> read.getShortMessage())
                        .toList());
    }

    @Test
    void whatAnotherImplementationAnswersToASubmissionIsUnderstood() throws Exception {
        List<byte[]> answers = session("smsc", 0x80000004);
        assertThat(answers).hasSize(18);
        List<String> ids = new ArrayList<>();
        try (RawSmsc smsc = new RawSmsc();
                SmsTestBed bed = SmsTestBed.bound(account("baobab", smsc.url()))) {
            for (byte[] answer : answers) {
                CompletableFuture<Delivery> sent = CompletableFuture.supplyAsync(() -> bed.send("baobab", "Bonjour"));
                ByteBuffer.wrap(answer).putInt(12, smsc.answer().sequence());
                smsc.send(answer);
                if (ByteBuffer.wrap(answer).getInt(8) == 0) {
                    ids.addAll(sent.get().providerIds());
                } else {
                    assertThatThrownBy(sent::get).hasCauseInstanceOf(SendRefused.class);
                }
            }
        }
        assertThat(ids).hasSize(17).startsWith("1000000000", "1000007919").endsWith("1000134623");
    }

    private static void assertTexts(List<InboundMessage> stored) {
        assertThat(stored).extracting(InboundMessage::from).containsOnly("+79161112233");
        assertThat(stored).extracting(InboundMessage::text).contains("STOP", "Стоп", "sar tlv 1 ", "sar tlv 2");
        assertThat(whole(stored, "a7/2")).isEqualTo("Первая часть длинного входящего сообщения и вторая часть.");
        assertThat(whole(stored, "1234/2")).isEqualTo("first part [euro €] {x} second part (16-bit ref), sent first ");
        assertThat(whole(stored, "sar004d/2")).isEqualTo("sar tlv 1 sar tlv 2");
        assertThat(stored)
                .filteredOn(message -> message.text().startsWith("payload TLV"))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).hasSizeGreaterThan(254));
    }

    private static String whole(List<InboundMessage> stored, String reference) {
        return stored.stream()
                .filter(message -> message.part()
                        .filter(part -> part.reference().equals(reference))
                        .isPresent())
                .sorted(Comparator.comparing(
                        message -> message.part().orElseThrow().number()))
                .map(InboundMessage::text)
                .collect(Collectors.joining());
    }

    private static void assertReceipts(List<Receipt> receipts) {
        assertThat(receipts)
                .extracting(receipt -> receipt.providerId() + " " + receipt.state() + " " + receipt.errorCode())
                .containsExactly(
                        "1000055433 DELIVERED null",
                        "1000063352 UNDELIVERABLE 027",
                        "1000087109 UNDELIVERABLE 027",
                        "1000110866 DELIVERED null",
                        "1000118785 UNDELIVERABLE 027",
                        "1000134623 UNDELIVERABLE 027");
    }

    private List<byte[]> session(String from, int command) {
        List<byte[]> pdus = new ArrayList<>();
        for (JsonNode pdu : Contracts.lines(folder.resolve("kannel-1.4.5_node-smpp-0.5.1_session.jsonl"))) {
            byte[] octets = HexFormat.of().parseHex(pdu.path("hex").asText());
            if (pdu.path("from").asText().equals(from)
                    && ByteBuffer.wrap(octets).getInt(4) == command) {
                pdus.add(octets);
            }
        }
        return pdus;
    }

    /** The file writes octets that are no printable character as \\xNN. */
    private static String unescaped(String line) {
        return Pattern.compile("\\\\x([0-9a-fA-F]{2})")
                .matcher(line)
                .replaceAll(
                        octet -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(octet.group(1), 16))));
    }
}
