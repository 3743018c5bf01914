package io.parcours.conversation;

import io.parcours.number.PhoneNumbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer that is no choice, as people write it and as they key it on a telephone, where {@code *} stands for a decimal
 * point.
 *
 * @param region ISO country by which telephone numbers without a prefix are read
 * @param today where the operator is
 */
record FreeAnswer(String region, LocalDate today) {

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 .-]{0,40}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[ .\\u00a0\\u202f](?=\\d{3}(\\D|$))");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})(?:[.,*](\\d{1,2}))?\\s*\\p{Alpha}*\\.?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[/. -]\\s*(\\d{1,2})(?:\\s*[/. -]\\s*(\\d{4}|\\d{2}))?");
    private static final Pattern KEYED_DAY = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})?");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int CENTURY = 2_000;

    /** @return digits, an ISO date, a plain decimal number, a number in E.164, or the words; empty where it is none of that */
    Optional<String> read(Expectation expects, String text) {
        String answer = text.strip();
        return switch (expects) {
            case NUMBER ->
                Optional.of(answer)
                        .filter(digits -> NUMBER.matcher(digits).matches())
                        .map(digits -> digits.replaceAll("\\D", ""));
            case AMOUNT -> amount(answer);
            case DATE -> date(answer).map(LocalDate::toString);
            case MSISDN -> PhoneNumbers.e164(answer, region);
            default -> Optional.of(answer).filter(words -> !words.isEmpty());
        };
    }

    private static Optional<String> amount(String answer) {
        Matcher amount = AMOUNT.matcher(THOUSANDS.matcher(answer).replaceAll(""));
        if (!amount.matches()) {
            return Optional.empty();
        }
        String decimals = amount.group(2) == null ? "" : "." + amount.group(2);
        return Optional.of(new BigDecimal(amount.group(1) + decimals).toPlainString());
    }

    /** A day without a year is the next one. */
    private Optional<LocalDate> date(String answer) {
        switch (Question.plain(answer)) {
            case "aujourd hui", "today":
                return Optional.of(today);
            case "demain", "tomorrow":
                return Optional.of(today.plusDays(1));
            default:
        }
        if (ISO_DAY.matcher(answer).matches()) {
            return day(answer.substring(0, 4), answer.substring(5, 7), answer.substring(8));
        }
        Matcher written = DAY_FIRST.matcher(answer);
        Matcher keyed = KEYED_DAY.matcher(answer);
        Matcher day = written.matches() ? written : keyed;
        return day == written || keyed.matches() ? day(day.group(3), day.group(2), day.group(1)) : Optional.empty();
    }

    private Optional<LocalDate> day(String year, String month, String day) {
        try {
            int named = year == null ? today.getYear() : Integer.parseInt(year);
            LocalDate date =
                    LocalDate.of(named < 100 ? CENTURY + named : named, Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(year == null && date.isBefore(today) ? date.plusYears(1) : date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
