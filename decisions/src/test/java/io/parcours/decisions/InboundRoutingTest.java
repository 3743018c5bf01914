package io.parcours.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.decisions.InboundRouting.Arrival;
import io.parcours.decisions.InboundRouting.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InboundRoutingTest {

    static Stream<Row> rows() {
        return Stream.of(
                new Row("voice", "", 0, "call", "complaint"),
                new Row("", "noText", Route.UNROUTED),
                new Row("STOP", "optOut", "opt-out"),
                new Row("STOPSMS", "optOut", "opt-out"),
                new Row("ARRET", "optOut", "opt-out"),
                new Row("ARRETER", "optOut", "opt-out"),
                new Row("SOLDE", "balance", "balance"),
                new Row("BALANCE", "balance", "balance"),
                new Row("sms", "SOLDE", 4, "complaint", "complaint"),
                new Row("MA", "complaint", "complaint"),
                new Row("sms", "STOP", 3, "optOutAndMore", Route.UNROUTED));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aMessageGoesWhereItsFirstWordSays(Row row) {
        var decisions = new ObservedDecisions();
        var routing = new InboundRouting(decisions);

        assertThat(routing.decide(new Arrival(row.channel(), "demo", row.firstWord(), row.words(), true))
                        .journey())
                .isEqualTo(row.journey());
        assertThat(decisions.lastRule()).isEqualTo(row.rule());
    }

    @Test
    void everyRowOfTheTableIsReached() {
        Set<String> reached = rows().map(Row::rule).collect(Collectors.toSet());

        assertThat(ObservedDecisions.ruleIds(InboundRouting.DECISION))
                .isNotEmpty()
                .allMatch(reached::contains);
    }

    static Stream<List<Map<String, Object>>> incomplete() {
        return Stream.of(
                List.of(),
                List.of(Map.of()),
                List.of(Map.of("journey", " ")),
                List.of(Map.of("journey", 7)),
                List.of(Map.of("journey", "complaint"), Map.of("journey", "opt-out")));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatAnIncompleteTableDoesNotPlaceAPersonDoes(List<Map<String, Object>> rows) {
        Route route = new InboundRouting((decision, inputs) -> rows).decide(new Arrival("sms", "demo", "MA", 3, true));

        assertThat(route.unrouted()).isTrue();
        assertThat(route.interrupts()).isFalse();
    }

    @Test
    void noCombinationIsWithoutAnAnswer() {
        var routing = new InboundRouting(new ClasspathDecisions());

        for (String channel : List.of("sms", "whatsapp", "voice", "anything")) {
            for (boolean known : List.of(true, false)) {
                for (String word : List.of("", "STOP", "ARRET", "1", "FACTURE", "\uD83D\uDE00")) {
                    assertThat(routing.decide(new Arrival(channel, "demo", word, 1, known))
                                    .journey())
                            .isIn("complaint", "opt-out", Route.UNROUTED);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Ma facture est fausse', complaint",
        "'  arrêt svp', opt-out",
        "'Arrêtez', complaint",
        "'stop!', opt-out",
        "'«Stop»', opt-out",
        "'STOP facture fausse', unrouted",
        "'...', unrouted",
        "'   ', unrouted",
        ", unrouted",
        "'arretons de payer trop', complaint"
    })
    void theTextCountsAsTheCustomerWroteIt(String text, String journey) {
        var routing = new InboundRouting(new ClasspathDecisions());

        assertThat(routing.decide(Arrival.ofText("sms", "demo", text, false)).journey())
                .isEqualTo(journey);
    }

    @Test
    void aMessageWithoutTextIsRoutedAsAnEmptyOne() {
        assertThat(Arrival.ofText("sms", "demo", null, true).firstWord()).isEmpty();
        assertThat(new Arrival("sms", "demo", null, 0, true).firstWord()).isEmpty();
    }

    record Row(String channel, String firstWord, int words, String rule, String journey) {

        Row(String firstWord, String rule, String journey) {
            this("sms", firstWord, 1, rule, journey);
        }
    }
}
