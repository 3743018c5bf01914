package io.parcours.wording;

import io.parcours.conversation.Channel;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.Texts;
import io.parcours.language.Language;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Words as they would look on each of the operator's channels, before anybody reads them. */
@Component
public class Previews {

    private static final UUID NOBODYS = new UUID(0, 0);
    private static final String AGAIN = ".again";
    private static final String CHANNEL = "channel";

    private final List<Channel> channels;
    private final Texts texts;
    private final Tenants tenants;

    Previews(List<Channel> channels, Texts texts, Tenants tenants) {
        this.channels = List.copyOf(channels);
        this.texts = texts;
        this.tenants = tenants;
    }

    /** What is tried out: a text's words in a language. */
    private record Trial(EditableText text, String language, String words, Map<String, String> values) {

        /** The question that the text asks, asks again, or answers. */
        String question() {
            String code = text.code();
            return text.label() || code.endsWith(AGAIN) ? code.substring(0, code.lastIndexOf('.')) : code;
        }
    }

    /** Values that may stand for the text's variables, in their order; those that the channel gives are left out. */
    public Map<String, String> samples(EditableText text, String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "wording.samples", Language.orFrench(language).locale());
        Tenant operator = tenants.current();
        Map<String, String> samples = new LinkedHashMap<>();
        for (String name : text.variables()) {
            switch (name) {
                case "howToAnswer" -> {}
                case "operator" -> samples.put(name, operator.name());
                case "currency" -> samples.put(name, operator.writtenCurrency());
                default -> samples.put(name, words.containsKey(name) ? words.getString(name) : name);
            }
        }
        return samples;
    }

    /**
     * On each channel on which the operator has an account; on its own alone for what belongs to a channel.
     *
     * @param words that need not be saved
     */
    public List<ChannelPreview> of(EditableText text, String language, String words, Map<String, String> values) {
        Trial trial = new Trial(text, language, words, values);
        return channels.stream()
                .filter(channel ->
                        !text.journey().equals(CHANNEL) || text.code().startsWith(CHANNEL + "." + channel.name() + "."))
                .flatMap(channel -> on(channel, trial))
                .toList();
    }

    private Stream<ChannelPreview> on(Channel channel, Trial trial) {
        try {
            return channel
                    .preview(message(channel, trial))
                    .map(preview -> new ChannelPreview(channel.name(), Optional.of(preview), null))
                    .stream();
        } catch (SendRefused refused) {
            return Stream.of(new ChannelPreview(channel.name(), Optional.empty(), refused.code()));
        }
    }

    private OutboundMessage message(Channel channel, Trial trial) {
        String words = trial.text().label()
                ? texts.find(trial.question(), trial.language()).orElse("")
                : trial.words();
        String howToAnswer = texts.howToAnswer(channel.name(), trial.language());
        String text = Texts.filled(
                words,
                name -> name.equals("howToAnswer")
                        ? howToAnswer
                        : trial.values().getOrDefault(name, "{" + name + "}"));
        List<Choice> choices = choices(trial);
        boolean asks = !choices.isEmpty()
                || texts.find(trial.question() + ".kind", "fr").isPresent();
        return new OutboundMessage(
                NOBODYS,
                TenantContext.required(),
                channel.account(TenantContext.required()).orElse(""),
                "0",
                text,
                choices,
                asks ? texts.expects(trial.question(), trial.language()) : Expectation.NOTHING,
                Optional.empty(),
                trial.text().code(),
                trial.language());
    }

    private List<Choice> choices(Trial trial) {
        String label = trial.text().code().substring(trial.question().length()).replaceFirst("^\\.", "");
        return texts.choices(trial.question(), trial.language()).stream()
                .map(choice -> trial.text().label() && choice.id().endsWith("#" + label)
                        ? new Choice(choice.id(), trial.words())
                        : choice)
                .toList();
    }
}
