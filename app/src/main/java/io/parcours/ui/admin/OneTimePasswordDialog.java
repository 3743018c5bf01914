package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.parcours.ui.component.Glyph;

/** Shows a password for one sign-in: here and now, never again. */
class OneTimePasswordDialog extends Dialog {

    OneTimePasswordDialog(String username, String password) {
        setHeaderTitle(t("oneTime.title"));
        setCloseOnOutsideClick(false);
        Code code = new Code(password);
        Button copy = new Button(t("action.copy"), new Glyph("copy"));
        copy.getElement()
                .executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", password);
        Div shown = new Div(code, copy);
        shown.addClassName("p-one-time");
        add(new Paragraph(t("oneTime.intro", username)), shown, new Paragraph(t("oneTime.after")));
        Button close = new Button(t("oneTime.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close);
    }
}
