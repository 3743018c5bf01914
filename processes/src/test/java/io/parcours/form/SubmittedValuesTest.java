package io.parcours.form;

import static io.parcours.form.Forms.choice;
import static io.parcours.form.Forms.errors;
import static io.parcours.form.Forms.field;
import static io.parcours.form.Forms.formOf;
import static io.parcours.form.Forms.refusals;
import static io.parcours.form.Forms.text;
import static io.parcours.form.Forms.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittedValuesTest {

    private final FormSchema amount =
            formOf(field("number", "amount", "\"decimalDigits\": 0, \"validate\": {\"min\": 1, \"max\": 10000}"));
    private final FormSchema price =
            formOf(field("number", "price", "\"decimalDigits\": 2, \"validate\": {\"min\": -1.5}"));
    private final FormSchema note =
            formOf(field("textarea", "note", "\"validate\": {\"minLength\": 2, \"maxLength\": 5}"));
    private final FormSchema line = formOf(field("textfield", "line", "\"validate\": {\"maxLength\": 20}"));

    @Test
    void aNumberWithoutDecimalsIsALong() {
        for (Object raw : List.of(5000, 5000L, 5000.0, new BigDecimal("5000.00"), BigInteger.valueOf(5000), 5e3)) {
            assertThat(amount.check(with("amount", raw))).containsExactly(entry("amount", 5000L));
        }
    }

    @Test
    void aNumberWithDecimalsIsExact() {
        assertThat(price.check(with("price", 12.34))).containsExactly(entry("price", new BigDecimal("12.34")));
        assertThat(price.check(with("price", -1.5))).containsExactly(entry("price", new BigDecimal("-1.5")));
    }

    @Test
    void aNumberMustBeANumber() {
        for (Object raw : List.of("5000", "", true, List.of(5), Map.of("a", 1), Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThat(refusals(amount, with("amount", raw))).as("%s", raw).containsExactly("amount type");
        }
    }

    @Test
    void aNumberOfAbsurdSizeIsRefusedWithoutBeingComputed() {
        for (String raw : List.of("1e999999999", "1e-999999999", "9".repeat(50_000))) {
            assertThat(refusals(price, with("price", new BigDecimal(raw)))).containsExactly("price type");
        }
        assertThat(refusals(price, with("price", new BigDecimal("1e16")))).containsExactly("price tooLarge");
    }

    @ParameterizedTest
    @CsvSource({"0,tooSmall", "-3,tooSmall", "10001,tooLarge", "1.5,decimals", "9223372036854775808,tooLarge"})
    void aNumberStaysWithinItsLimits(BigDecimal raw, String code) {
        assertThat(refusals(amount, with("amount", raw))).containsExactly("amount " + code);
    }

    @Test
    void aRefusalSaysTheLimit() {
        assertThat(errors(amount, with("amount", 10001), Map.of()))
                .containsExactly(
                        new FieldError("amount", FieldError.TOO_LARGE, Map.of("max", BigDecimal.valueOf(10000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "  abc\n", "\u00a0abc\ufeff"})
    void aTextLosesTheBlanksAroundIt(String raw) {
        assertThat(note.check(with("note", raw))).containsExactly(entry("note", "abc"));
    }

    @Test
    void theLengthOfATextIsCountedInCharactersThatPeopleSee() {
        String telephone = "\uD83D\uDCF1";
        assertThat(refusals(note, with("note", telephone.repeat(5)))).isEmpty();
        assertThat(refusals(note, with("note", telephone.repeat(6)))).containsExactly("note tooLong");
        assertThat(refusals(note, with("note", telephone))).containsExactly("note tooShort");
        assertThat(refusals(note, with("note", "  abcde  "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u007fb", "a\u0085b", "a\rb", "a\ud83d", "\udcf1b"})
    void aTextHoldsNoControlCharactersAndNoHalfOfACharacter(String raw) {
        assertThat(refusals(note, with("note", raw))).containsExactly("note characters");
    }

    @Test
    void onlyATextAreaTakesLineBreaks() {
        assertThat(note.check(with("note", "a\r\nb"))).containsExactly(entry("note", "a\nb"));
        assertThat(refusals(note, with("note", "a\tb"))).isEmpty();
        assertThat(refusals(line, with("line", "a\nb"))).containsExactly("line characters");
    }

    @Test
    void aTextMustBeAText() {
        for (Object raw : List.of(12, true, List.of("a"), Map.of("a", "b"), 'c')) {
            assertThat(refusals(note, with("note", raw))).as("%s", raw).containsExactly("note type");
        }
    }

    @Test
    void aPatternIsLookedForAsTheBrowserDoes() {
        FormSchema form = formOf(field(
                "textfield",
                "reference",
                "\"validate\": {\"maxLength\": 20, \"pattern\": \"^PA-\\\\d{4}-\\\\d{6}$\"}"));
        assertThat(refusals(form, with("reference", "PA-2026-000123"))).isEmpty();
        assertThat(refusals(form, with("reference", "PA-2026-00012"))).containsExactly("reference pattern");
        assertThat(refusals(form, with("reference", "xPA-2026-000123"))).containsExactly("reference pattern");
    }

    @ParameterizedTest
    @CsvSource({
        "email,awa@example.bj,true",
        "email,awa@,false",
        "email,a b@example.bj,false",
        "phone,+22997000000,true",
        "phone,97000000,false"
    })
    void anAddressIsChecked(String kind, String raw, boolean accepted) {
        FormSchema form = formOf(field(
                "textfield", "to", "\"validate\": {\"maxLength\": 100, \"validationType\": \"%s\"}".formatted(kind)));
        assertThat(refusals(form, with("to", raw)).isEmpty()).isEqualTo(accepted);
    }

    @Test
    void aChoiceIsOneOfTheOptions() {
        FormSchema form = formOf(choice("motive", "BILLING", "NETWORK"));
        assertThat(form.check(with("motive", "BILLING"))).containsExactly(entry("motive", "BILLING"));
        assertThat(form.check(with("motive", ""))).containsExactly(entry("motive", null));
        for (String raw : List.of("billing", "BILLING ", "ADMIN")) {
            assertThat(refusals(form, with("motive", raw))).containsExactly("motive notAnOption");
        }
        assertThat(refusals(form, with("motive", List.of("BILLING")))).containsExactly("motive type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void severalChoicesAreOptionsEachAtMostOnce(String type) {
        FormSchema form = formOf(field(
                type,
                "channels",
                "\"values\": [{\"label\": \"a\", \"value\": \"SMS\"}, {\"label\": \"b\", \"value\": \"CALL\"}]"));
        assertThat(form.check(with("channels", List.of("CALL", "SMS"))))
                .containsExactly(entry("channels", List.of("CALL", "SMS")));
        assertThat(form.check(with("channels", List.of()))).containsExactly(entry("channels", List.of()));
        assertThat(refusals(form, with("channels", List.of("SMS", "FAX")))).containsExactly("channels notAnOption");
        assertThat(refusals(form, with("channels", List.of("SMS", "SMS")))).containsExactly("channels notAnOption");
        assertThat(refusals(form, with("channels", "SMS"))).containsExactly("channels type");
        assertThat(refusals(form, with("channels", Arrays.asList("SMS", null)))).containsExactly("channels type");
    }

    @Test
    void aCheckboxIsTrueOrFalse() {
        FormSchema form = formOf(field("checkbox", "urgent", ""));
        assertThat(form.check(with("urgent", true))).containsExactly(entry("urgent", true));
        assertThat(form.check(with("urgent", null))).containsExactly(entry("urgent", false));
        for (Object raw : List.of("true", 1, "")) {
            assertThat(refusals(form, with("urgent", raw))).containsExactly("urgent type");
        }
    }

    @Test
    void datesAndTimesAreTyped() {
        assertThat(moment("date", "no_timezone", "2026-02-28")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(moment("time", "no_timezone", "14:30")).isEqualTo(LocalTime.of(14, 30));
        assertThat(moment("time", "utc_normalized", "14:30Z")).isEqualTo(OffsetTime.parse("14:30Z"));
        assertThat(moment("datetime", "no_timezone", "2026-02-28T14:30"))
                .isEqualTo(LocalDateTime.of(2026, 2, 28, 14, 30));
        assertThat(moment("datetime", "utc_offset", "2026-02-28T14:30+01:00"))
                .isEqualTo(OffsetDateTime.parse("2026-02-28T14:30+01:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "date,no_timezone,2026-02-30",
        "date,no_timezone,28/02/2026",
        "date,no_timezone,+12026-02-03",
        "date,no_timezone,2026-02-28T00:00",
        "time,no_timezone,25:00",
        "time,no_timezone,14:30Z",
        "time,utc_normalized,14:30",
        "datetime,utc_offset,2026-02-28T14:30",
        "datetime,utc_normalized,2026-02-28T14:30+01:00"
    })
    void aDateOrTimeHasTheFormOfItsField(String subtype, String zone, String raw) {
        assertThat(refusals(dateTime(subtype, zone), with("at", raw))).containsExactly("at type");
    }

    @Test
    void aTimeIsOneOfThoseOffered() {
        assertThat(refusals(dateTime("time", "no_timezone"), with("at", "14:31")))
                .containsExactly("at notAnOption");
    }

    @Test
    void aSubmissionOfAbsurdSizeIsRefusedAsAWhole() {
        FormSchema form = formOf(text("note"));
        Map<String, Object> many = with();
        IntStream.range(0, 301).forEach(i -> many.put("field" + i, 1));
        assertThat(refusals(form, many)).containsExactly(" tooBig");
        assertThat(refusals(form, with("note", "x".repeat(200_001)))).containsExactly(" tooBig");
        assertThat(refusals(form, with("note", List.of("x".repeat(200_001))))).containsExactly(" tooBig");
    }

    private static Object moment(String subtype, String zone, String raw) {
        return dateTime(subtype, zone).check(with("at", raw)).get("at");
    }

    private static FormSchema dateTime(String subtype, String zone) {
        return formOf(field(
                "datetime", "at", "\"subtype\": \"%s\", \"timeSerializingFormat\": \"%s\"".formatted(subtype, zone)));
    }
}
