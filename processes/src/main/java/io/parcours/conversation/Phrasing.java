package io.parcours.conversation;

import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.engine.StepContext;
import io.parcours.language.Language;
import io.parcours.tenant.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes what a journey says of the code that it names: the customer's language, the case's values. */
@Component
class Phrasing {

    private final Texts texts;
    private final Customers customers;
    private final Tenants tenants;
    private final Invitations invitations;

    Phrasing(Texts texts, Customers customers, Tenants tenants, Invitations invitations) {
        this.texts = texts;
        this.customers = customers;
        this.tenants = tenants;
        this.invitations = invitations;
    }

    /** @param textCode whose words are used; that of the text itself, or of its repetition */
    Wording of(
            StepContext step,
            Conversation conversation,
            String code,
            String textCode,
            List<Choice> choices,
            Expectation expects) {
        String language = conversation.language();
        TextValues values = values(step, conversation);
        boolean resend =
                texts.find(code + ".unknown", "fr").filter("hold"::equals).isEmpty();
        Wording wording = new Wording(
                code,
                channel -> texts.text(textCode, language, values.on(texts.howToAnswer(channel, language))),
                choices,
                expects,
                texts.purpose(code),
                template(code, language, values),
                resend);
        return texts.here(code) ? wording.here() : wording;
    }

    private TextValues values(StepContext step, Conversation conversation) {
        return new TextValues(
                step.variables(),
                step::caseNumber,
                conversation.language(),
                () -> customers
                        .find(conversation.customerId())
                        .map(Customer::name)
                        .orElse(""),
                tenants::current,
                channel -> invitations.link(channel, conversation.customerId()));
    }

    private Template template(String code, String language, TextValues values) {
        String written = Language.orFrench(language).written().code();
        return new Template(Template.name(code), written, texts.values(code, written, values));
    }
}
