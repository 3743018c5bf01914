package io.parcours.ui.contact;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.parcours.decisions.ContactPermission;
import io.parcours.decisions.ContactPermission.Answer;
import io.parcours.decisions.ContactPermission.Contact;
import io.parcours.permission.Purpose;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Durations;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What the rules in force would say of a contact: answered anew with each change, by the same decision as before each message. */
class ContactTrialCard extends Card {

    private static final int MOST = 99;

    private final transient ContactPermission decision;
    private final Select<String> purpose = new Select<>();
    private final Checkbox refused = new Checkbox(t("contact.try.refused"));
    private final Checkbox agreed = new Checkbox(t("contact.try.agreed"), true);
    private final DateTimePicker at = new DateTimePicker(t("contact.try.at"));
    private final IntegerField today = count("contact.try.today");
    private final IntegerField week = count("contact.try.week");
    private final Div answer = new Div();

    ContactTrialCard(ContactPermission decision, Clock clock, ZoneId zone) {
        super(t("contact.try"));
        this.decision = decision;
        purpose.setLabel(t("contact.purpose"));
        purpose.setItems(Purpose.OF_CONTACTS);
        purpose.setItemLabelGenerator(code -> t("contact.purpose." + code));
        purpose.setValue(Purpose.MARKETING);
        at.setValue(LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES));
        at.setLocale(getLocale());
        answer.addClassName("p-contact-answer");
        answer.getElement().setAttribute("role", "status");
        Div counts = new Div(today, week);
        counts.addClassName("p-contact-counts");
        Div form = new Div(purpose, at, counts, refused, agreed);
        form.addClassName("p-stack");
        asked(purpose);
        asked(at);
        asked(today);
        asked(week);
        asked(refused);
        asked(agreed);
        show(new Paragraph(t("contact.try.intro")), form, answer);
        ask();
    }

    private void asked(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> ask());
    }

    private void ask() {
        answer.removeAll();
        if (at.getValue() == null || invalid(today) || invalid(week)) {
            answer.add(new Span(t("contact.try.incomplete")));
            return;
        }
        Answer said = decision.decide(new Contact(
                purpose.getValue(),
                refused.getValue(),
                agreed.getValue(),
                at.getValue(),
                today.getValue(),
                week.getValue()));
        answer.add(badge(said), new Span(ContactRulesView.reason(said.reason())));
    }

    private static Badge badge(Answer said) {
        return switch (said.permission()) {
            case ALLOWED -> new Badge("circle-check", t("contact.allowed"), Badge.Tone.FINE);
            case LATER -> new Badge("clock", t("contact.later", Durations.text(said.pause())), Badge.Tone.SOON);
            case REFUSED -> new Badge("ban", t("contact.refused"), Badge.Tone.LATE);
        };
    }

    private static boolean invalid(IntegerField field) {
        return field.getValue() == null || field.getValue() < 0 || field.getValue() > MOST;
    }

    private static IntegerField count(String key) {
        IntegerField field = new IntegerField(t(key));
        field.setMin(0);
        field.setMax(MOST);
        field.setValue(0);
        field.setStepButtonsVisible(true);
        return field;
    }
}
