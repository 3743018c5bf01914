package io.parcours.scenario;

import io.parcours.conversation.Channel;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Records what leaves; a test may let it fail. */
public class RecordingChannel implements Channel {

    private final String name;
    private final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();
    private volatile Function<OutboundMessage, Delivery> behaviour = RecordingChannel::taken;

    RecordingChannel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> account(String tenant) {
        return Optional.of("demo");
    }

    @Override
    public Delivery send(OutboundMessage message) {
        Delivery delivery = behaviour.apply(message);
        sent.add(message);
        return delivery;
    }

    /** What the provider does from now on with each message. */
    public void answers(Function<OutboundMessage, Delivery> next) {
        behaviour = next;
    }

    public void works() {
        behaviour = RecordingChannel::taken;
    }

    public List<OutboundMessage> sentTo(String address) {
        return sent.stream().filter(message -> message.to().equals(address)).toList();
    }

    public static Delivery taken(OutboundMessage message) {
        return new Delivery(new ArrayList<>(List.of("id-" + message.id())));
    }
}
