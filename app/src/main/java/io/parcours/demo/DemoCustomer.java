package io.parcours.demo;

import io.parcours.demo.DemoFile.Row;

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
}
