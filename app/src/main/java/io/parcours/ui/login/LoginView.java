package io.parcours.ui.login;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.parcours.i18n.Languages;
import io.parcours.security.DemoUser;
import io.parcours.security.DemoUsers;
import io.parcours.security.ParcoursUser;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;

/** Where everybody begins; in the demo with its people beside the form. */
@Route("login")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();

    LoginView(ObjectProvider<DemoUsers> demo) {
        addClassName("p-login");
        form.setI18n(words());
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        Paragraph forgotten = new Paragraph(t("login.forgotten"));
        forgotten.addClassName("p-login-hint");
        Div panel = new Div(brand(), form, forgotten, languages());
        panel.addClassName("p-login-panel");
        add(panel);
        demo.ifAvailable(users -> {
            addClassName("p-login-demo");
            add(new DemoPeople(users.all(), this::fill));
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (ParcoursUser.current().isPresent()) {
            event.forwardTo("");
            return;
        }
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return t("login.title") + " · Parcours";
    }

    /** Fills the form as the visitor would, and signs in. */
    private void fill(DemoUser person) {
        form.getElement()
                .executeJs(
                        "this.querySelector('[name=username]').value = $0;"
                                + "this.querySelector('[name=password]').value = $1;"
                                + "this.querySelector('vaadin-button[slot=submit]').click();",
                        person.username(),
                        DemoUser.PASSWORD);
    }

    private static Div brand() {
        Span mark = new Span();
        mark.addClassName("p-login-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div brand = new Div(mark, new H1("Parcours"), new Paragraph(t("login.claim")));
        brand.addClassName("p-login-brand");
        return brand;
    }

    private static Div languages() {
        Div languages = new Div();
        languages.addClassName("p-login-languages");
        for (Locale language : Languages.ALL) {
            Button button = new Button(t("language." + language.getLanguage()), click -> {
                VaadinSession.getCurrent().setLocale(language);
                UI.getCurrent().getPage().reload();
            });
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.getElement().setAttribute("lang", language.getLanguage());
            boolean current = language.equals(Languages.of(UI.getCurrent().getLocale()));
            button.getElement().setAttribute("aria-pressed", String.valueOf(current));
            languages.add(button);
        }
        return languages;
    }

    private static LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form form = words.getForm();
        form.setTitle(t("login.title"));
        form.setUsername(t("login.username"));
        form.setPassword(t("login.password"));
        form.setSubmit(t("login.submit"));
        LoginI18n.ErrorMessage error = words.getErrorMessage();
        error.setTitle(t("login.refused"));
        error.setMessage(t("login.refused.next"));
        error.setUsername(t("login.username.missing"));
        error.setPassword(t("login.password.missing"));
        return words;
    }
}
