package io.parcours.conversation;

import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What comes of the calls of a scenario's people, and what is said in them. */
public final class ByTelephone {

    private final String tenant;
    private final RecordingChannel voice;
    private final Clock clock;
    private int said;

    public ByTelephone(RecordingChannel voice, Clock clock) {
        this(Scenario.TENANT, voice, clock);
    }

    ByTelephone(String tenant, RecordingChannel voice, Clock clock) {
        this.tenant = tenant;
        this.voice = voice;
        this.clock = clock;
    }

    Story calls(Story caller) {
        return caller.receives(call(caller));
    }

    public Story keys(Story caller, String choice, String text) {
        return caller.receives(message(caller, choice, text, text.isEmpty() ? Attachment.other("no-key") : null));
    }

    /** That somebody calls. */
    InboundMessage call(Story caller) {
        return message(caller, null, "", Attachment.other("call"));
    }

    /** The codes of what was said, oldest first. */
    public List<String> told(Story caller) {
        return voice.sentTo(caller.msisdn()).stream().map(OutboundMessage::code).toList();
    }

    public OutboundMessage last(Story caller) {
        List<OutboundMessage> all = voice.sentTo(caller.msisdn());
        return all.get(all.size() - 1);
    }

    /** What became of it. @param help null where nothing would */
    Receipt receipt(OutboundMessage message, DeliveryState state, String code, SendRefused.Kind help) {
        return new Receipt(tenant, "voice", "demo", "id-" + message.id(), state, clock.instant(), code, help);
    }

    /** How the channel answers when the caller has hung up. */
    static Function<OutboundMessage, Delivery> gone() {
        return message -> {
            throw new SendRefused(SendRefused.Kind.NOT_HERE, "no-call", "Nobody is on the telephone", null);
        };
    }

    private InboundMessage message(Story caller, String choice, String text, Attachment attachment) {
        return new InboundMessage(
                tenant,
                "voice",
                "demo",
                "call-" + caller.msisdn() + "-" + ++said,
                caller.msisdn(),
                text,
                clock.instant(),
                Optional.empty(),
                Optional.ofNullable(choice),
                Optional.ofNullable(attachment),
                new InboundMessage.Person(null, caller.msisdn(), List.of()));
    }
}
