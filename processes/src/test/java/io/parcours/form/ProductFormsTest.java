package io.parcours.form;

import static io.parcours.form.Forms.form;
import static io.parcours.form.Forms.refusals;
import static io.parcours.form.Forms.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form of the product with what form-js submits for each of its branches, and with what a hand could forge. */
class ProductFormsTest {

    @Nested
    class QualifyingAComplaint {

        private final FormSchema form = form("complaint-qualify");

        @ParameterizedTest
        @ValueSource(strings = {"BILLING", "NETWORK", "RECHARGE", "SERVICE", "OTHER"})
        void takesAMotiveAndAStory(String motive) {
            assertThat(form.check(with("motive", motive, "amount", null, "description", "Ma facture est fausse")))
                    .containsExactly(
                            entry("motive", motive),
                            entry("amount", null),
                            entry("description", "Ma facture est fausse"));
        }

        @Test
        void takesAnAmountOfNothingAndOfAFortune() {
            assertThat(form.check(with("motive", "BILLING", "amount", 12400, "description", "x")))
                    .containsEntry("amount", 12400L);
            assertThat(refusals(form, with("motive", "BILLING", "amount", 0, "description", "x")))
                    .isEmpty();
            assertThat(refusals(form, with("motive", "BILLING", "amount", 10_000_000, "description", "x")))
                    .isEmpty();
        }

        @Test
        void asksForBoth() {
            assertThat(refusals(form, with("motive", null, "amount", null, "description", "")))
                    .containsExactly("motive required", "description required");
        }

        @Test
        void isCheckedWhenPostedByHand() {
            assertThat(refusals(form, with("motive", "VIP", "amount", -1, "description", "x".repeat(2001))))
                    .containsExactly("motive notAnOption", "amount tooSmall", "description tooLong");
            assertThat(refusals(form, with("motive", "BILLING", "amount", 10_000_001, "description", "x")))
                    .containsExactly("amount tooLarge");
            assertThat(refusals(form, with("motive", "BILLING", "amount", 0.5, "description", "x", "priority", 1)))
                    .containsExactly("priority unknownField", "amount decimals");
        }
    }

    @Nested
    class SolvingAComplaint {

        private final FormSchema form = form("complaint-solve");

        @ParameterizedTest
        @ValueSource(strings = {"SOLVED", "CLOSED_WITHOUT_SOLUTION"})
        void endsWithAResolution(String outcome) {
            assertThat(form.check(with("outcome", outcome, "resolution", "Facture corrigée", "internalNote", "")))
                    .containsExactly(
                            entry("outcome", outcome),
                            entry("resolution", "Facture corrigée"),
                            entry("internalNote", null));
        }

        @Test
        void asksTheSubscriberAQuestion() {
            assertThat(form.check(with("outcome", "ASK", "internalNote", "rappelé", "precision", "Quel mois ?")))
                    .containsExactly(
                            entry("outcome", "ASK"),
                            entry("precision", "Quel mois ?"),
                            entry("internalNote", "rappelé"));
        }

        @Test
        void grantsAGesture() {
            assertThat(form.check(with("outcome", "GESTURE", "resolution", "Remise", "gestureAmount", 5000)))
                    .containsExactly(
                            entry("outcome", "GESTURE"), entry("gestureAmount", 5000L), entry("resolution", "Remise"));
        }

        @ParameterizedTest
        @CsvSource({"SOLVED,resolution", "CLOSED_WITHOUT_SOLUTION,resolution", "ASK,precision"})
        void asksForWhatTheOutcomeNeeds(String outcome, String field) {
            assertThat(refusals(form, with("outcome", outcome))).containsExactly(field + " required");
        }

        @Test
        void asksForTheAmountOfAGesture() {
            assertThat(refusals(form, with("outcome", "GESTURE", "resolution", "Remise", "gestureAmount", null)))
                    .containsExactly("gestureAmount required");
            assertThat(refusals(form, with("outcome", "GESTURE", "resolution", "Remise", "gestureAmount", 0)))
                    .containsExactly("gestureAmount tooSmall");
            assertThat(refusals(form, with("outcome", "GESTURE", "resolution", "Remise", "gestureAmount", 1.5)))
                    .containsExactly("gestureAmount decimals");
        }

        @Test
        void doesNotTakeWhatItsOutcomeDoesNotShow() {
            assertThat(refusals(form, with("outcome", "SOLVED", "resolution", "ok", "gestureAmount", 5000)))
                    .containsExactly("gestureAmount hidden");
            assertThat(refusals(form, with("outcome", "SOLVED", "resolution", "ok", "precision", "a ?")))
                    .containsExactly("precision hidden");
            assertThat(refusals(form, with("outcome", "ASK", "precision", "a ?", "resolution", "ok")))
                    .containsExactly("resolution hidden");
        }

        @Test
        void limitsItsTexts() {
            assertThat(refusals(
                            form,
                            with("outcome", "ASK", "precision", "x".repeat(301), "internalNote", "x".repeat(2001))))
                    .containsExactly("precision tooLong", "internalNote tooLong");
            assertThat(refusals(form, with("outcome", "SOLVED", "resolution", "x".repeat(1001))))
                    .containsExactly("resolution tooLong");
        }

        @Test
        void needsAnOutcome() {
            assertThat(refusals(form, with("outcome", null, "resolution", "", "internalNote", "")))
                    .containsExactly("outcome required", "resolution required");
        }
    }

    @Nested
    class ApprovingAGesture {

        private final FormSchema form = form("complaint-approve-gesture");
        private final Map<String, Object> shown =
                with("requestedAmount", 7500L, "gestureCeiling", new BigDecimal("5000.00"));

        @Test
        void isApprovedAsRequested() {
            assertThat(form.check(submitted("APPROVED", "comment", ""), shown))
                    .containsExactly(entry("decision", "APPROVED"), entry("comment", null));
        }

        @Test
        void isReducedToAnotherAmount() {
            assertThat(form.check(submitted("REDUCED", "approvedAmount", 6000, "comment", "Deuxième geste"), shown))
                    .containsExactly(
                            entry("decision", "REDUCED"),
                            entry("approvedAmount", 6000L),
                            entry("comment", "Deuxième geste"));
        }

        @Test
        void isRefusedWithAReason() {
            assertThat(form.check(submitted("REFUSED", "comment", "Trop de gestes"), shown))
                    .containsExactly(entry("decision", "REFUSED"), entry("comment", "Trop de gestes"));
            assertThat(refusals(form, submitted("REFUSED", "comment", " "), shown))
                    .containsExactly("comment required");
        }

        @Test
        void isNotRaised() {
            assertThat(refusals(form, submitted("REDUCED", "approvedAmount", 7501), shown))
                    .containsExactly("approvedAmount tooLarge");
            assertThat(refusals(form, submitted("REDUCED", "approvedAmount", 0), shown))
                    .containsExactly("approvedAmount tooSmall");
            assertThat(refusals(form, submitted("APPROVED", "approvedAmount", 9000), shown))
                    .containsExactly("approvedAmount hidden");
            assertThat(refusals(form, submitted("REDUCED"), shown)).containsExactly("approvedAmount required");
        }

        @Test
        void keepsItsFacts() {
            assertThat(refusals(
                            form, with("requestedAmount", 1, "gestureCeiling", 99999, "decision", "APPROVED"), shown))
                    .containsExactly("requestedAmount readOnly", "gestureCeiling readOnly");
        }

        private Map<String, Object> submitted(String decision, Object... more) {
            Map<String, Object> submission =
                    with("requestedAmount", 7500, "gestureCeiling", 5000, "decision", decision);
            submission.putAll(with(more));
            return submission;
        }
    }

    @Nested
    class EscalatingAComplaint {

        private final FormSchema form = form("complaint-escalate");

        @ParameterizedTest
        @ValueSource(strings = {"EXPEDITE", "REMIND", "NOTED"})
        void takesAnActionWithOrWithoutAnInstruction(String action) {
            assertThat(form.check(with("action", action, "instruction", "")))
                    .containsExactly(entry("action", action), entry("instruction", null));
            assertThat(form.check(with("action", action, "instruction", "Avant midi")))
                    .containsEntry("instruction", "Avant midi");
        }

        @Test
        void isCheckedWhenPostedByHand() {
            assertThat(refusals(form, with("action", "DELETE", "instruction", "x".repeat(501), "assignee", "me")))
                    .containsExactly("assignee unknownField", "action notAnOption", "instruction tooLong");
            assertThat(refusals(form, with())).containsExactly("action required");
        }
    }

    @Nested
    class HandlingAnUnroutedMessage {

        private final FormSchema form = form("unrouted-handle-message");

        @Test
        void isAnswered() {
            assertThat(form.check(with("action", "REPLY", "reply", "Bonjour")))
                    .containsExactly(entry("action", "REPLY"), entry("reply", "Bonjour"));
            assertThat(refusals(form, with("action", "REPLY", "reply", ""))).containsExactly("reply required");
            assertThat(refusals(form, with("action", "REPLY", "reply", "x".repeat(601))))
                    .containsExactly("reply tooLong");
        }

        @ParameterizedTest
        @ValueSource(strings = {"COMPLAINT", "CLOSE"})
        void becomesAComplaintOrIsFiledWithoutAReply(String action) {
            assertThat(form.check(with("action", action))).containsExactly(entry("action", action));
            assertThat(refusals(form, with("action", action, "reply", "Bonjour")))
                    .containsExactly("reply hidden");
        }

        @Test
        void isCheckedWhenPostedByHand() {
            assertThat(refusals(form, with("action", "SPAM", "reply", null))).containsExactly("action notAnOption");
        }
    }
}
