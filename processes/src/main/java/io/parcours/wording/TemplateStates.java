package io.parcours.wording;

import io.parcours.conversation.ProviderTemplate;
import io.parcours.conversation.ProviderTemplates;
import io.parcours.conversation.ProviderTemplates.Known;
import io.parcours.conversation.Template;
import io.parcours.conversation.Texts;
import io.parcours.language.Language;
import io.parcours.tenant.TenantContext;
import io.parcours.wording.TemplateState.Verdict;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What providers say of the templates of the operator in force, beside the texts that they stand for. */
@Component
public class TemplateStates {

    /** What belongs to a channel stands in no template. */
    private static final String CHANNEL = "channel";

    private static final Pattern AT_AN_END = Pattern.compile("^\\s*\\{\\{\\d+}}.*|.*\\{\\{\\d+}}\\W*$", Pattern.DOTALL);

    private final List<ProviderTemplates> providers;

    TemplateStates(List<ProviderTemplates> providers) {
        this.providers = List.copyOf(providers);
    }

    /**
     * Whether a text leaves as a template where no free text may: a label, and what is asked once more, does not. In a language in
     * which providers approve none the French one leaves.
     */
    public boolean hasTemplate(EditableText text, String language) {
        return !text.label()
                && !text.code().endsWith(".again")
                && !text.journey().equals(CHANNEL)
                && !EditableText.spokenAlone(text.journey())
                && Language.of(language).filter(each -> each.written() == each).isPresent();
    }

    /** As the provider knows it, such as {@code complaint_solved}. */
    public String name(EditableText text) {
        return Template.name(text.code());
    }

    /** The body to have approved for these words. */
    public String body(String words) {
        AtomicInteger number = new AtomicInteger();
        return Texts.filled(words, name -> "{{" + number.incrementAndGet() + "}}");
    }

    /** Meta approves no body that begins or ends with a parameter. */
    public boolean parameterAtAnEnd(String body) {
        return AT_AN_END.matcher(body).matches();
    }

    /** One for each account that knows where to ask; empty where none does. */
    public List<TemplateState> of(EditableText text, String language) {
        String ours = body(text.current().get(language).text());
        return providers.stream()
                .flatMap(provider -> provider.of(TenantContext.required()).stream()
                        .map(known -> state(provider.channel(), known, name(text), language, ours)))
                .toList();
    }

    /** As providers told last, one for each account. */
    public List<Known> accounts() {
        return providers.stream()
                .flatMap(provider -> provider.of(TenantContext.required()).stream())
                .toList();
    }

    /** Asks the providers now, within a bounded time. */
    public void refresh() {
        providers.forEach(provider -> provider.refresh(TenantContext.required()));
    }

    private static TemplateState state(String channel, Known known, String name, String language, String ours) {
        if (known.readAt().isEmpty()) {
            return new TemplateState(channel, known.account(), Verdict.UNKNOWN, null, known.problem(), "");
        }
        return known.find(name, language)
                .map(template -> new TemplateState(
                        channel, known.account(), verdict(template, ours), reason(template), null, template.body()))
                .orElseGet(() -> new TemplateState(channel, known.account(), Verdict.MISSING, null, null, ""));
    }

    private static String reason(ProviderTemplate template) {
        return template.obstacle() == null ? template.reason() : template.obstacle();
    }

    private static Verdict verdict(ProviderTemplate template, String ours) {
        if (template.obstacle() != null) {
            return Verdict.NOT_USABLE;
        }
        return switch (template.state()) {
            case APPROVED -> same(template.body(), ours) ? Verdict.APPROVED : Verdict.OTHER_BODY;
            case IN_REVIEW -> Verdict.IN_REVIEW;
            case REJECTED -> Verdict.REJECTED;
            case PAUSED -> Verdict.PAUSED;
            case DISABLED -> Verdict.DISABLED;
            case UNKNOWN -> Verdict.UNKNOWN;
        };
    }

    /** How many spaces there are, and of which kind, is nothing that a subscriber reads. */
    private static boolean same(String theirs, String ours) {
        return squeezed(theirs).equals(squeezed(ours));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }
}
