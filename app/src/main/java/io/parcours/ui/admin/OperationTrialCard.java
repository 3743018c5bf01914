package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.operatordata.About;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorData;
import io.parcours.operatordata.Parameter;
import io.parcours.security.ParcoursUser;
import io.parcours.tenant.Tenant;
import io.parcours.ui.casefile.OperatorValues;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One operation to try: its parameters, and what comes back. What writes asks first, since it is done for real. */
class OperationTrialCard extends Card {

    private final transient OperatorData data;
    private final transient Operation operation;
    private final transient Tenant operator;
    private final Runnable afterwards;
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Div answer = new Div();

    OperationTrialCard(OperatorData data, Operation operation, Tenant operator, Runnable afterwards) {
        super(t("systems.try.of", operation.label().in(OperatorValues.language())));
        this.data = data;
        this.operation = operation;
        this.operator = operator;
        this.afterwards = afterwards;
        Div form = new Div();
        form.addClassName("p-fields");
        form.setMaxWidth(AccountFields.LEGIBLE);
        operation.parameters().forEach(parameter -> form.add(field(parameter)));
        Button run = new Button(t("systems.try"), new Glyph("play"), click -> run());
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        answer.getElement().setAttribute("aria-live", "polite");
        show(form, run, answer);
        // The list above it may be long.
        fields.values().stream().findFirst().ifPresentOrElse(TextField::focus, run::focus);
    }

    private TextField field(Parameter parameter) {
        TextField field = new TextField(parameter.label().in(OperatorValues.language()));
        field.setRequiredIndicatorVisible(parameter.required());
        field.setHelperText(t("systems.type." + parameter.type()));
        fields.put(parameter.name(), field);
        return field;
    }

    private void run() {
        fields.values().forEach(field -> field.setInvalid(false));
        if (operation.write()) {
            confirm().open();
        } else {
            tried(this::read);
        }
    }

    private Dialog confirm() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(t("systems.confirm.title"));
        dialog.add(new Paragraph(t("systems.confirm.text", operation.label().in(OperatorValues.language()))));
        // However often it is pressed, it is done once.
        String key = UUID.randomUUID().toString();
        Button yes = new Button(t("systems.confirm"), click -> {
            dialog.close();
            tried(() -> write(key));
        });
        yes.setDisableOnClick(true);
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(t("action.cancel"), click -> dialog.close()), yes);
        return dialog;
    }

    private void tried(Runnable call) {
        answer.removeAll();
        try {
            call.run();
        } catch (OperationRefused refused) {
            refused(refused);
        } catch (NotAvailable away) {
            answer.add(new Paragraph(t("systems.unavailable", SystemErrors.words(away.reason()))));
        }
        afterwards.run();
    }

    private void read() {
        var rows = data.lookUp(about(), operation.fullName(), values()).rows();
        answer.add(new Paragraph(t("systems.rows", rows.size())));
        rows.forEach(row -> answer.add(OperatorValues.facts(operation, row, operator)));
    }

    private void write(String key) {
        var act = data.act(key, about(), operation.fullName(), values());
        answer.add(new Paragraph(t("systems.acted", t("operator.state." + act.state()))));
        answer.add(OperatorValues.facts(operation, act.values(), operator));
    }

    private void refused(OperationRefused refused) {
        TextField field = refused.parameter() == null ? null : fields.get(refused.parameter());
        if (field == null) {
            answer.add(new Paragraph(t("systems.refused", SystemErrors.words(refused.reason()))));
        } else {
            field.setInvalid(true);
            field.setErrorMessage(t("systems.wrong"));
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.getValue()));
        return values;
    }

    private static About about() {
        return new About(
                null, null, ParcoursUser.current().map(ParcoursUser::username).orElse("-"));
    }
}
