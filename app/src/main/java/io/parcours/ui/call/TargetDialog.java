package io.parcours.ui.call;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.call.AgentPlaces.Colleague;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.Keys;
import java.util.List;
import java.util.function.Predicate;

/** To whom a call goes: a colleague who can be reached, or a number. */
class TargetDialog extends Dialog {

    private final transient Predicate<String> onChoice;
    private final TextField number = new TextField(t("calls.target.number"));

    /** @param onChoice told the choice; whether it was done, and the dialog closes */
    TargetDialog(CallParts parts, String title, Predicate<String> onChoice) {
        this.onChoice = onChoice;
        setHeaderTitle(title);
        setWidth("min(420px, 94vw)");
        addClassName("p-call-target");
        List<Colleague> others = parts.places().colleagues().stream()
                .filter(colleague -> !colleague.username().equals(CallWords.me()))
                .toList();
        Div colleagues = new Div();
        colleagues.addClassName("p-stack");
        others.forEach(colleague -> colleagues.add(colleague(colleague)));
        if (others.isEmpty()) {
            colleagues.add(new Paragraph(t("calls.target.none")));
        }
        number.setPlaceholder("+229 01 97 00 00 00");
        Button call = Keys.on(Keys.COMPLETE, new Button(t("calls.target.call"), click -> choose(number.getValue())));
        call.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(colleagues, number);
        getFooter().add(new Button(t("action.cancel"), click -> close()), call);
    }

    private Button colleague(Colleague colleague) {
        Button button = new Button(colleague.username(), new Glyph("user"), click -> choose(colleague.username()));
        button.setEnabled(colleague.free());
        if (!colleague.free()) {
            button.setSuffixComponent(new Badge("phone", t("calls.target.busy"), Badge.Tone.SOON));
        }
        return button;
    }

    private void choose(String target) {
        if (!target.isBlank() && onChoice.test(target.strip())) {
            close();
        }
    }
}
