package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** REST and SOAP over a real socket. */
class WebSystemTest {

    private RawService service;
    private OperatorTestBed bed;

    @BeforeEach
    void open() throws IOException {
        service = new RawService();
        bed = new OperatorTestBed(OperatorConnection.of("demo", "network", service.url(), null, "the-token")
                .describedBy("trial-web"));
    }

    @AfterEach
    void close() {
        bed.close();
        service.close();
    }

    @Test
    void aListInJsonComesAsTypedRows() {
        service.answers(200, """
                {"items": [{"cause": "Coupure de fibre", "sites": 12, "expected": {"end": "2026-11-28T18:00:00+01:00"}},
                           {"cause": null}]}""");

        var rows = bed.reads("outages", Map.of("zone", "Cotonou 1/2", "day", LocalDate.of(2026, 11, 28)))
                .rows();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsEntry("cause", "Coupure de fibre")
                .containsEntry("sites", 12L)
                .containsEntry("until", Instant.parse("2026-11-28T17:00:00Z"));
        assertThat(rows.get(1).values()).containsOnlyNulls();
        assertThat(service.requests().get(0).uri()).isEqualTo("/api/outages/Cotonou%201%2F2?day=2026-11-28");
        assertThat(service.requests().get(0).authorization()).isEqualTo("Bearer the-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../../admin", "a?x=1&day=b", "a#b", "a\nHost: evil", "%2e%2e", "é{{day}}", "a b"})
    void aValueInAPathStaysOneSegment(String attack) {
        bed.reads("outages", Map.of("zone", attack));

        URI uri = URI.create(service.requests().get(0).uri());
        assertThat(uri.getRawPath()).matches("/api/outages/[^/?#]+");
        assertThat(uri.getRawQuery()).isEqualTo("day=");
        assertThat(uri.getPath()).isEqualTo("/api/outages/" + attack);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void nobodyWalksUpAPath(String attack) {
        assertThatThrownBy(() -> bed.reads("outages", Map.of("zone", attack))).isInstanceOf(OperationRefused.class);
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\", \"admin\": true, \"x\": \"", "\\\"", "{{months}}", "é€\t", "</script>"})
    void aValueInJsonStaysOneText(String attack) throws IOException {
        service.answers(201, "{\"id\": \"ORD-7\"}");

        bed.writes("order", Map.of("offer", attack, "msisdn", "+2290197000000", "months", 12), "job-1");

        JsonNode told = new ObjectMapper().readTree(service.requests().get(0).body());
        assertThat(told.path("offer").asText()).isEqualTo(attack.strip());
        assertThat(told).hasSize(3);
        assertThat(told.path("number").asText()).isEqualTo("2290197000000");
        assertThat(told.path("months").asInt()).isEqualTo(12);
    }

    @Test
    void aWriteCarriesItsKeyAndBringsItsAnswer() {
        service.answers(201, "{\"id\": \"ORD-7\"}");

        assertThat(bed.writes("order", Map.of("offer", "Duo"), "job-1").first().orElseThrow())
                .containsEntry("orderId", "ORD-7");
        assertThat(service.requests()).singleElement().satisfies(request -> {
            assertThat(request.key()).isEqualTo("job-1");
            assertThat(request.source()).isEqualTo("contact-centre");
            assertThat(request.body()).contains("\"months\": null");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"</o:Iccid><o:Admin/>", "\" x=\"", "<!-- -->", "&amp;", "]]>"})
    void aValueInXmlStaysOneText(String attack) {
        service.answers(200, activated("ORD-9"));

        bed.writes("activateSim", Map.of("iccid", attack), "job-2");

        JsonNode told = WebAnswer.tree(service.requests().get(0).body()).at("/Envelope/Body/Activate");
        assertThat(told).hasSize(1);
        assertThat(told.path("Iccid").asText()).isEqualTo(attack);
    }

    @Test
    void aSoapAnswerComesAsTypedFields() {
        service.answers(200, activated("ORD-9"));

        assertThat(bed.writes("activateSim", Map.of("iccid", "8922901"), "job-2")
                        .first()
                        .orElseThrow())
                .isEqualTo(Map.of("orderId", "ORD-9", "activeOn", LocalDate.of(2026, 11, 29)));
    }

    @Test
    void aFaultThatBlamesTheSenderIsANo() {
        service.answers(500, fault("s:Client"));
        assertThatThrownBy(() -> bed.writes("activateSim", Map.of("iccid", "8922901"), "job-3"))
                .isInstanceOf(OperationRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"500, true", "502, true", "200, true", "503, false", "429, false", "401, false"})
    void whatAFailedWriteDidIsSaidOnlyWhereItIsKnown(int status, boolean unknown) {
        service.answers(status, "<html>oops");

        assertThatThrownBy(() -> bed.writes("order", Map.of("offer", "Duo"), "job-4"))
                .isInstanceOf(unknown ? ActUnknown.class : NotAvailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422})
    void aWriteThatTheServiceRejectsIsRefused(int status) {
        service.answers(status, "{}");

        assertThatThrownBy(() -> bed.writes("order", Map.of("offer", "Duo"), "job-5"))
                .hasMessage("http-" + status)
                .isInstanceOf(OperationRefused.class);
    }

    @Test
    void whatIsNotFoundIsNoRow() {
        service.answers(404, "nothing here");
        assertThat(bed.reads("outages", Map.of("zone", "x")).rows()).isEmpty();
    }

    @Test
    void anAnswerThatNobodyCanReadIsNotAvailable() {
        for (String malformed : List.of(
                "{\"items\": [",
                "<a>",
                "{\"items\": [{\"sites\": \"many\"}]}",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")) {
            service.answers(200, malformed);
            assertThatThrownBy(() -> bed.reads("outages", Map.of("zone", "x")))
                    .isInstanceOf(NotAvailable.class)
                    .hasMessage("unreadable");
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        service.answers(200, "{\"items\": [" + "1,".repeat(200_000) + "1]}");
        assertThatThrownBy(() -> bed.reads("outages", Map.of("zone", "x"))).isInstanceOf(NotAvailable.class);
    }

    @Test
    void aSlowReadIsNotAvailableAndASlowWriteUnknown() {
        service.isSlow(30_000);

        assertThatThrownBy(() -> bed.reads("outages", Map.of("zone", "x"))).isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> bed.writes("order", Map.of("offer", "Duo"), "job-6"))
                .isInstanceOf(ActUnknown.class);
    }

    @Test
    void whereNobodyListensNothingHappened() {
        service.close();
        assertThatThrownBy(() -> bed.writes("order", Map.of("offer", "Duo"), "job-7"))
                .isInstanceOf(NotAvailable.class);
    }

    private static String activated(String order) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
                <r:ActivateResponse xmlns:r="urn:operator"><r:OrderId>%s</r:OrderId><r:ActiveOn>2026-11-29</r:ActiveOn>
                </r:ActivateResponse></s:Body></s:Envelope>""".formatted(order);
    }

    private static String fault(String code) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
                <faultcode>%s</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>""".formatted(code);
    }
}
