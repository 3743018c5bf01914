package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import io.parcours.permission.Consent;
import io.parcours.permission.Consents;
import io.parcours.permission.Purpose;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.RelativeTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the customer agreed to and refused, as an agent notes it while they talk, and what they said themselves by a channel. */
class ConsentCard extends Card {

    private static final List<String> PURPOSES =
            List.of(Purpose.MARKETING, Purpose.SURVEY, Purpose.COLLECTION, Purpose.ALL);

    private final transient Consents consents;
    private final UUID customer;
    private transient List<Consent> shown;

    ConsentCard(Consents consents, UUID customer) {
        super(t("consent.title"));
        this.consents = consents;
        this.customer = customer;
        addClassName("p-consents");
    }

    void refresh() {
        List<Consent> now = consents.of(customer);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Div everywhere = new Div();
        everywhere.addClassName("p-consent-choices");
        PURPOSES.forEach(purpose -> everywhere.add(choice(purpose, now)));
        Div onChannels = new Div();
        now.stream()
                .filter(consent -> !consent.channel().equals(Purpose.ANYWHERE))
                .forEach(consent -> onChannels.add(onChannel(consent)));
        show(new Paragraph(t("consent.intro")), everywhere, onChannels);
    }

    private Component choice(String purpose, List<Consent> all) {
        Optional<Consent> said = all.stream()
                .filter(consent -> consent.channel().equals(Purpose.ANYWHERE)
                        && consent.purpose().equals(purpose))
                .findFirst();
        Select<Boolean> choice = new Select<>();
        choice.setLabel(t("consent.purpose." + purpose));
        choice.setItems(true, false);
        choice.setItemLabelGenerator(
                granted -> t(Boolean.TRUE.equals(granted) ? "consent.granted" : "consent.refused"));
        choice.setPlaceholder(t("consent.unknown"));
        choice.addThemeVariants(SelectVariant.LUMO_SMALL);
        said.ifPresent(consent -> choice.setValue(consent.granted()));
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                note(Purpose.ANYWHERE, purpose, change.getValue());
            }
        });
        return choice;
    }

    private static Component onChannel(Consent consent) {
        Badge word = consent.granted()
                ? new Badge("circle-check", t("consent.granted"), Badge.Tone.FINE)
                : new Badge("ban", t("consent.refused"), Badge.Tone.SOON);
        Span what = new Span(Labels.channel(consent.channel()) + " · " + t("consent.purpose." + consent.purpose()));
        Span since = new Span(t("consent.source." + consent.source()) + " · ");
        since.addClassName("p-muted");
        since.add(new RelativeTime(consent.at()));
        Div row = new Div(what, word, since);
        row.addClassName("p-consent-row");
        return row;
    }

    private void note(String channel, String purpose, boolean granted) {
        consents.say(
                customer,
                channel,
                purpose,
                granted,
                null,
                ParcoursUser.current().map(ParcoursUser::username).orElseThrow());
        Notices.done(t("consent.noted"));
        refresh();
    }
}
