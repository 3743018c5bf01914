package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a description is said when it is loaded. */
class OperationCheckTest {

    private static final OperatorConnection SQL =
            OperatorConnection.of("demo", "billing", "jdbc:postgresql://127.0.0.1/x", "reader", "secret");
    private static final OperatorConnection WEB =
            OperatorConnection.of("demo", "network", "http://127.0.0.1:1/api", null, "secret");
    private static final String GOOD = """
            operations:
              - name: balance
                kind: read
                label: {fr: Solde, en: Balance}
                parameters:
                  - {name: msisdn, type: msisdn, required: true, label: {fr: Numéro, en: Number}}
                sql: select balance from subscriber where msisdn = :msisdn
                result:
                  rows: one
                  fields:
                    - {name: balance, type: amount, label: {fr: Solde, en: Balance}}
            """;
    private static final String WEB_GOOD = """
            operations:
              - name: order
                kind: write
                label: {fr: Commande, en: Order}
                parameters:
                  - {name: offer, type: text, required: true, label: {fr: Offre, en: Offer}}
                request:
                  method: POST
                  path: /orders
                  body: '{"offer": {{offer}}}'
                  keyHeader: Idempotency-Key
            """;

    @Test
    void aGoodDescriptionIsTaken() {
        assertThat(OperatorTestBed.described(SQL, GOOD)
                        .get("balance")
                        .operation()
                        .fullName())
                .isEqualTo("billing.balance");
        assertThat(OperatorTestBed.described(WEB, WEB_GOOD)).containsKey("order");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    select balance from subscriber where | delete from subscriber where | does not begin with delete
                    = :msisdn | = :msisdn and zone = :zone | uses zone, which is no parameter
                    = :msisdn | = 'x' | never uses msisdn
                    kind: read | kind: dance | dance
                    rows: one | rows: one, | one,
                    type: amount | type: money | money
                    {fr: Solde, en: Balance} | {fr: Solde} | label in fr and en
                    name: balance, type | name: operatorDataState, type | cannot be called operatorDataState
                    - name: balance | - name: Balance! | its name
                    kind: read | kind: write, | write,
                    kind: read | kind: read\\n    cache: PT-1S | only what is read may be kept
                    kind: read | kind: read\\n    timeout: PT2M | timeout
                    kind: read | kind: read\\n    repeatable: true | say it of writes
                    kind: read | kind: read\\n    colour: red | colour
                    type: msisdn | type: msisdn, size: 3 | size
                    name: msisdn, type | name: idempotencyKey, type | cannot be called idempotencyKey
                    rows: one | limit: 3 | rows: one or list
                    """)
    void aDoubtfulOneIsRefusedWithItsReason(String part, String otherwise, String reason) {
        String wrong = GOOD.replace(part, otherwise.replace("\\n", "\n"));
        assertThat(wrong).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> OperatorTestBed.described(SQL, wrong)).hasMessageContaining(reason);
    }

    @Test
    void aReadWithoutAMappingIsRefused() {
        String none = GOOD.substring(0, GOOD.indexOf("    result:"));
        assertThatThrownBy(() -> OperatorTestBed.described(SQL, none)).hasMessageContaining("needs a result");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {"offer": {{offer}}} | {"offer": "{{offer}}"} | neither JSON nor XML
                    {"offer": {{offer}}} | <a><![CDATA[{{offer}}]]></a> | no comments, CDATA
                    {"offer": {{offer}}} | <a>{{offer}}</b> | neither JSON nor XML
                    path: /orders | path: orders | begins with a slash
                    path: /orders | path: /or ders | percent-encoded
                    method: POST | method: GET | GET has no body
                    method: POST | method: TRACE | GET, POST
                    {{offer}}} | {{offer}}, "zone": {{zone}}} | uses zone
                    """)
    void aRequestThatCouldBreakIsRefused(String part, String otherwise, String reason) {
        String wrong = WEB_GOOD.replace(part, otherwise);
        assertThat(wrong).isNotEqualTo(WEB_GOOD);

        assertThatThrownBy(() -> OperatorTestBed.described(WEB, wrong)).hasMessageContaining(reason);
    }

    @Test
    void aDatabaseTakesNoRequestAndAWebServiceNoSql() {
        assertThatThrownBy(() -> OperatorTestBed.described(WEB, GOOD)).hasMessageContaining("a database takes sql");
        assertThatThrownBy(() -> OperatorTestBed.described(SQL, WEB_GOOD)).hasMessageContaining("a database takes sql");
    }

    @Test
    void noObjectIsMadeFromAFile() {
        assertThatThrownBy(() -> OperationFile.read("operations: !!java.net.URL ['http://127.0.0.1']"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void credentialsStandInNoAddressAndNoText() {
        assertThatThrownBy(() -> OperatorConnection.of(
                        "demo", "billing", "jdbc:postgresql://h/x?user=a&password=hush", null, null))
                .hasMessageContaining("no user and password")
                .hasMessageNotContaining("hush");
        for (String url : List.of("jdbc:oracle:thin:scott/hush@//host/x", "jdbc:mysql://scott:hush@host/x")) {
            assertThatThrownBy(() -> OperatorConnection.of("demo", "billing", url, null, null))
                    .hasMessageContaining("no user and password")
                    .hasMessageNotContaining("hush");
        }
        assertThat(OperatorConnection.of("demo", "billing", "jdbc:oracle:thin:@//host/x", "scott", "hush")
                        .address())
                .isEqualTo("jdbc:oracle:thin:@//host/x");
        assertThatThrownBy(() -> OperatorConnection.of("demo", "billing", "http://a:hush@h/", null, null))
                .hasMessageNotContaining("hush");
        assertThat(SQL.toString() + WEB).doesNotContain("secret").contains("demo/billing");
    }
}
