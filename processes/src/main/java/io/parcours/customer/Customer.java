package io.parcours.customer;

import io.parcours.decisions.PayerQuality;
import io.parcours.language.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a customer.
 *
 * @param kind {@code customer}, or {@code prospect}: somebody who wrote and whom the base does not know
 * @param segment {@code GOLD}, {@code SILVER}, {@code STANDARD}, {@code BUSINESS}; null for a prospect
 * @param language null where nobody has said it yet
 * @param balance in the operator's currency; null where unknown
 * @param preferredChannel chosen, else the one that the customer came by last
 * @param accountNumber digits; null where the base has none
 */
public record Customer(
        UUID id,
        String kind,
        String firstName,
        String lastName,
        String segment,
        Language language,
        LocalDate since,
        LocalDate birthDate,
        PayerQuality payerQuality,
        BigDecimal balance,
        String preferredChannel,
        String accountNumber,
        List<ContactPoint> contactPoints,
        List<Line> lines) {

    /** The full name; of somebody unknown, the telephone number, else the address. */
    public String name() {
        String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
        if (!name.isEmpty()) {
            return name;
        }
        String address = contactPoints.isEmpty() ? "" : contactPoints.get(0).address();
        return OwnNumber.of(this).orElse(address);
    }

    public boolean prospect() {
        return "prospect".equals(kind);
    }
}
