package io.parcours.connector.sms;

import io.parcours.connector.sms.SmsOptions.ReceiptIdStyle;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Spells message ids in one way, so that a receipt names its message as the answer to the send did. Some centres
 * answer with a hexadecimal id and write the same number in decimal in the receipt, or the other way round; nothing in
 * the id tells.
 *
 * <p>Under {@link ReceiptIdStyle#AUTO} a receipt is compared with the ids lately given, as it is spelt and converted.
 * The first that fits in one way only settles the style. A receipt that comes before anything is settled, and before
 * its own answer, keeps its spelling: an account whose centre converts and answers late should be told so by its
 * options.
 */
final class ReceiptIds {

    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_NUMBER = 20;
    private static final List<ReceiptIdStyle> STYLES =
            List.of(ReceiptIdStyle.SAME, ReceiptIdStyle.HEX_THEN_DECIMAL, ReceiptIdStyle.DECIMAL_THEN_HEX);

    private final Set<String> given = new LinkedHashSet<>();
    private ReceiptIdStyle style;

    ReceiptIds(ReceiptIdStyle style) {
        this.style = style;
    }

    /** @return the id as {@link #named} will spell it */
    synchronized String given(String id) {
        String plain = plain(id);
        given.add(plain);
        if (given.size() > REMEMBERED) {
            given.remove(given.iterator().next());
        }
        return plain;
    }

    /** @return the id as {@link #given} spelt it, as far as that can be told */
    synchronized String named(String id) {
        String plain = plain(id);
        if (style == ReceiptIdStyle.AUTO) {
            settle(plain);
        }
        return spelt(plain, style);
    }

    private void settle(String plain) {
        List<ReceiptIdStyle> fitting = STYLES.stream()
                .filter(candidate -> given.contains(spelt(plain, candidate)))
                .toList();
        // "7" is spelt alike in every style and settles nothing.
        if (fitting.size() == 1) {
            style = fitting.get(0);
        }
    }

    private static String spelt(String plain, ReceiptIdStyle style) {
        return switch (style) {
            case HEX_THEN_DECIMAL -> converted(plain, 10, 16);
            case DECIMAL_THEN_HEX -> converted(plain, 16, 10);
            default -> plain;
        };
    }

    private static String converted(String plain, int from, int to) {
        String digits = from == 10 ? "[0-9]+" : "[0-9a-f]+";
        boolean number = plain.length() <= LONGEST_NUMBER && plain.matches(digits);
        return number ? new BigInteger(plain, from).toString(to) : plain;
    }

    private static String plain(String id) {
        String lower = id.strip().toLowerCase(Locale.ROOT);
        return lower.replaceFirst("^0+(?=[0-9a-f])", "");
    }
}
