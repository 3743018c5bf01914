package io.parcours.demo;

import io.parcours.demo.DemoFile.Row;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A customer of the demo, whom a visitor may play on the telephone.
 *
 * @param number MSISDN in E.164 with its plus sign
 * @param language {@code fr} or {@code en}
 */
public record DemoCustomer(String operator, String number, String name, String segment, String language) {

    static DemoCustomer of(Row row) {
        String name = (row.text("firstName") + " " + row.text("lastName")).strip();
        return new DemoCustomer(
                row.text("operator"), row.text("number"), name, row.text("segment"), row.text("language"));
    }

    /** What their bills call them by. */
    String accountNumber() {
        return "40" + number.substring(number.length() - 8);
    }

    /** Where their mail is: made of their name, or of their number where the base has none. */
    public String email() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", ".")
                .replaceAll("^\\.|\\.$", "");
        return (plain.isEmpty() ? number.replaceAll("\\D", "") : plain) + "@abonne.example";
    }
}
