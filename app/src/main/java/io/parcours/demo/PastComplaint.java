package io.parcours.demo;

import io.parcours.complaint.ComplaintStatus;
import io.parcours.complaint.Motive;
import io.parcours.demo.DemoFile.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A complaint that was closed before the demo began.
 *
 * @param amount what was disputed; null where nothing
 * @param gesture what was granted; null where nothing
 * @param approved whether a supervisor had to agree to the gesture
 */
record PastComplaint(
        String number,
        Motive motive,
        BigDecimal amount,
        Instant openedAt,
        Instant closedAt,
        ComplaintStatus status,
        BigDecimal gesture,
        boolean approved,
        String description,
        String resolution) {

    private static final Duration ANSWER = Duration.ofMinutes(35);

    /** @param midnight of the day on which the demo begins; the hours of the day follow from the row, within opening hours */
    static PastComplaint of(Row row, int index, Instant midnight) {
        Duration timeOfDay = Duration.ofMinutes(8 * 60 + index * 47L % (10 * 60));
        Instant opened = midnight.minus(Duration.ofDays(Integer.parseInt(row.text("daysAgo"))))
                .plus(timeOfDay);
        return new PastComplaint(
                row.text("customer"),
                Motive.valueOf(row.text("motive")),
                amount(row.optional("amount")),
                opened,
                opened.plus(Duration.ofHours(Integer.parseInt(row.text("hoursToClose")))),
                ComplaintStatus.valueOf(row.text("status")),
                amount(row.optional("gesture")),
                row.text("approved").equals("yes"),
                row.text("description"),
                row.text("resolution"));
    }

    /** When the answer left the house; the subscriber then agreed to it. */
    Instant treatedAt() {
        return closedAt.minus(ANSWER);
    }

    boolean solved() {
        return status == ComplaintStatus.PROCESSED;
    }

    private static BigDecimal amount(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
