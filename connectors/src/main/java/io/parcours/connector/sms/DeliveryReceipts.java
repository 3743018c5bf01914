package io.parcours.connector.sms;

import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * Reads receipts: by their parameters (receipted_message_id, message_state, network_error_code) and, where these are
 * missing, by the text that SMPP 3.4 only suggests and every centre writes a little differently.
 */
final class DeliveryReceipts {

    private static final int MESSAGE_TYPE = 0x3C;
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final byte UCS2 = 8;
    private static final Pattern ID = field("id", "[^\\s\\x00]+");
    private static final Pattern STATE = field("stat", "[A-Za-z]+");
    private static final Pattern ERROR = field("err", "[0-9A-Za-z]+");

    private final SmsAccount account;
    private final ReceiptIds ids;

    DeliveryReceipts(SmsAccount account, ReceiptIds ids) {
        this.account = account;
        this.ids = ids;
    }

    /** Whether the centre speaks of a message of ours, rather than passing on a subscriber's. */
    static boolean isReceipt(AbstractSmCommand pdu) {
        int type = pdu.getEsmClass() & MESSAGE_TYPE;
        return type == RECEIPT
                || type == INTERMEDIATE
                || Pdus.parameter(pdu, Tag.RECEIPTED_MESSAGE_ID).isPresent()
                        && Pdus.parameter(pdu, Tag.MESSAGE_STATE).isPresent();
    }

    /** Empty where the receipt says nothing final, or not of which message. */
    Optional<Receipt> read(AbstractSmCommand pdu, Instant at) {
        String text = text(pdu);
        Optional<String> id = Pdus.text(pdu, Tag.RECEIPTED_MESSAGE_ID).or(() -> find(ID, text));
        Optional<DeliveryState> state = Pdus.number(pdu, Tag.MESSAGE_STATE)
                .map(DeliveryReceipts::state)
                .orElseGet(() -> find(STATE, text).flatMap(DeliveryReceipts::state));
        if (id.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        boolean undeliverable = state.get() == DeliveryState.UNDELIVERABLE;
        return Optional.of(new Receipt(
                account.tenant(),
                SmsChannel.NAME,
                account.name(),
                ids.named(id.get()),
                state.get(),
                at,
                undeliverable ? error(pdu, text) : null,
                undeliverable ? SendRefused.Kind.ELSEWHERE : null));
    }

    private static String error(AbstractSmCommand pdu, String text) {
        // The parameter is one octet of network type, then the code.
        Optional<String> code = Pdus.number(pdu, Tag.NETWORK_ERROR_CODE).map(value -> "%03d".formatted(value & 0xFFFF));
        return find(ERROR, text).or(() -> code).orElse(null);
    }

    private static Optional<DeliveryState> state(int messageState) {
        return switch (messageState) {
            case 2 -> Optional.of(DeliveryState.DELIVERED);
            case 3, 4, 5, 8 -> Optional.of(DeliveryState.UNDELIVERABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<DeliveryState> state(String stat) {
        String word = stat.toUpperCase(Locale.ROOT);
        if (word.startsWith("DELIV")) {
            return Optional.of(DeliveryState.DELIVERED);
        }
        if (word.equals("READ")) {
            return Optional.of(DeliveryState.READ);
        }
        boolean lost = word.matches("(EXPIR|DELET|UNDEL|REJECT|FAIL).*");
        return lost ? Optional.of(DeliveryState.UNDELIVERABLE) : Optional.empty();
    }

    private static String text(AbstractSmCommand pdu) {
        boolean wide = pdu.getDataCoding() == UCS2;
        return new String(Pdus.octets(pdu), wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> find(Pattern field, String text) {
        Matcher matcher = field.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?:^|\\s)" + name + ":(" + value + ")", Pattern.CASE_INSENSITIVE);
    }
}
