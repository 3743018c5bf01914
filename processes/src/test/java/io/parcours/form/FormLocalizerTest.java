package io.parcours.form;

import static io.parcours.form.Forms.field;
import static io.parcours.form.Forms.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FormLocalizerTest {

    private static final String FORM = json(
            field("select", "motive", """
                    "label": "Motif", "description": "Pourquoi ?", "values": [{"label": "Facturation", "value": "BILLING"}]"""),
            "{\"type\": \"text\", \"id\": \"hint\", \"text\": \"Bonjour\"}",
            """
            {"type": "group", "id": "more", "label": "Plus", "components": [%s]}""".formatted(field("textfield", "code", """
                            "label": "Code", "validate": {"maxLength": 5, "pattern": "a", "patternErrorMessage": "Non"}""")));

    @Test
    void everyTextHasAKey() {
        assertThat(FormLocalizer.texts(FORM))
                .containsExactly(
                        entry("motive.label", "Motif"),
                        entry("motive.description", "Pourquoi ?"),
                        entry("motive.BILLING", "Facturation"),
                        entry("hint.text", "Bonjour"),
                        entry("more.label", "Plus"),
                        entry("code.label", "Code"),
                        entry("code.patternErrorMessage", "Non"));
    }

    @Test
    void anOverlayReplacesTextsAndNothingElse() throws IOException {
        Properties english = new Properties();
        english.load(new StringReader("""
                motive.label=Motive
                motive.BILLING=Billing
                hint.text=Hello
                code.patternErrorMessage=No
                """));
        String localized = FormLocalizer.localize(FORM, english);
        assertThat(FormLocalizer.texts(localized))
                .containsEntry("motive.label", "Motive")
                .containsEntry("motive.BILLING", "Billing")
                .containsEntry("hint.text", "Hello")
                .containsEntry("code.patternErrorMessage", "No")
                .containsEntry("code.label", "Code");
        assertThat(FormLocalizer.localize(localized, FormLocalizer.texts(FORM)))
                .isEqualTo(FormLocalizer.localize(FORM, Map.of()));
        assertThat(FormSchema.parse(localized).options("motive")).containsExactly("BILLING");
    }

    @Test
    void anOverlayCannotBringAnExpressionIn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FormLocalizer.localize(FORM, Map.of("motive.label", "={a: 1}")))
                .withMessageContaining("motive.label");
    }
}
