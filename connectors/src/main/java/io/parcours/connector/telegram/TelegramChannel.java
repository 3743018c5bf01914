package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.NoAnswer;
import io.parcours.connector.web.WebChannel;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundFile;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Sends by Telegram. Its ids name a message within a conversation, so that ours begin with the conversation's. */
final class TelegramChannel extends WebChannel<TelegramLine> {

    static final String NAME = "telegram";

    private static final Duration TO_ONE = Duration.ofSeconds(1);

    private final WebLines<TelegramLine> lines;
    private final Checks checks;
    private final ProducerTemplate template;

    TelegramChannel(WebLines<TelegramLine> lines, Checks checks, ChannelMeters meters, ProducerTemplate template) {
        super(NAME, lines, meters);
        this.lines = lines;
        this.checks = checks;
        this.template = template;
    }

    @Override
    public Optional<String> invitation(String tenant, UUID customer) {
        return lines.of(tenant).map(line -> line.invitation(customer));
    }

    @Override
    protected Preview preview(OutboundMessage message, TelegramLine line) {
        return Shown.of(Rendering.of(message));
    }

    @Override
    public boolean carriesFiles() {
        return true;
    }

    @Override
    protected Delivery send(OutboundMessage message, TelegramLine line) {
        String chat = ChatId.of(message.to())
                .orElseThrow(() -> new SendRefused(
                        SendRefused.Kind.NOT_HERE, "address", "Not an id that Telegram has for a person", null));
        List<ObjectNode> requests = Rendering.of(message);
        if (!line.chats().mayHear(chat)) {
            throw new ChannelUnavailable(line.label() + ": much was said to this one just now", TO_ONE, null);
        }
        List<String> ids = new ArrayList<>();
        message.file().ifPresent(file -> ids.add(chat + "/" + send(chat, file, line)));
        for (ObjectNode request : requests) {
            try {
                ids.add(chat + "/" + send(request, line));
            } catch (RuntimeException failure) {
                throw ids.isEmpty() ? failure : new OutcomeUnknown("The beginning left, and not the rest", failure);
            }
        }
        line.chats().asked(chat, Rendering.asksNumber(message));
        return new Delivery(ids);
    }

    /** A file is a message of its own before the text, which may have buttons below it. */
    private long send(String chat, OutboundFile file, TelegramLine line) {
        BotAnswer answer;
        try {
            answer = line.api().send(chat, file).join();
        } catch (CompletionException failure) {
            throw NoAnswer.of(failure, line, checks);
        }
        return new SendOutcome(line, checks).of(answer);
    }

    private long send(ObjectNode request, TelegramLine line) {
        Exchange exchange = template.request(
                line.outboundUri(), prepared -> prepared.getIn().setBody(request));
        return new SendOutcome(line, checks).of(exchange);
    }
}
