package io.parcours.customer;

import java.util.Optional;
import java.util.stream.Stream;

/** The telephone number by which the operator's systems know a customer. */
public final class OwnNumber {

    private OwnNumber() {}

    /** Whether an address is a telephone number, in E.164 with its plus sign. */
    public static boolean isNumber(String address) {
        return address.matches("\\+[1-9]\\d{6,14}");
    }

    /** In E.164 with its plus sign: where an SMS reaches the customer, else the first line, else any address that is a number. */
    public static Optional<String> of(Customer customer) {
        Stream<String> sms = customer.contactPoints().stream()
                .filter(point -> point.channel().equals("sms"))
                .map(ContactPoint::address);
        Stream<String> lines = customer.lines().stream().map(Line::msisdn);
        Stream<String> others = customer.contactPoints().stream().map(ContactPoint::address);
        return Stream.of(sms, lines, others)
                .flatMap(numbers -> numbers)
                .filter(OwnNumber::isNumber)
                .findFirst();
    }
}
