package io.parcours.connector.telephony;

import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Makes calls for one account. */
final class Legs {

    private final VoiceAccount account;
    private final Ari ari;
    private final Parties parties;
    private final Map<String, Leg> live = new ConcurrentHashMap<>();

    Legs(VoiceAccount account, Ari ari, Parties parties) {
        this.account = account;
        this.ari = ari;
        this.parties = parties;
    }

    Leg call(String target, Duration rings, boolean detect, CallEvents events) {
        return call(newId(), target, rings, detect, events);
    }

    /** For a call that is to be known before it is made. */
    String newId() {
        return Ids.next(account, "leg");
    }

    /** Known before the command leaves, so that no event of it can come too early. */
    Leg call(String id, String target, Duration rings, boolean detect, CallEvents events) {
        String endpoint = endpoint(target);
        AtomicReference<Executor> mailbox = new AtomicReference<>();
        Leg leg = add(id, detect, events, mailbox);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("endpoint", endpoint);
        body.put("app", account.application());
        body.put("appArgs", "outbound");
        body.put("timeout", Math.max(1, rings.toSeconds()));
        if (account.number() != null) {
            body.put("callerId", account.number());
        }
        ari.postBody("originate", Ari.channel(id), body)
                .thenAcceptAsync(
                        answer -> {
                            if (answer.status() != 0 && !answer.done()) {
                                leg.refused();
                                return;
                            }
                            leg.begun();
                            if (answer.status() == 0) {
                                unanswered(id);
                            }
                        },
                        mailbox.get());
        return leg;
    }

    /** Another ear at a channel. @param whisper none, out or both; @param ready told its channel when it can be joined */
    Leg snoop(String channel, String whisper, Consumer<String> ready) {
        String id = Ids.next(account, "snoop");
        Leg leg = add(id, false, onAnswer(() -> ready.accept(id)), new AtomicReference<>());
        ari.post(
                        "snoop",
                        Ari.channel(channel) + "/snoop/" + Ari.encoded(id),
                        Map.of("app", account.application(), "spy", "both", "whisper", whisper))
                .thenAccept(answer -> {
                    if (answer.done()) {
                        leg.begun();
                    } else {
                        parties.gone(id);
                    }
                });
        return leg;
    }

    Optional<Leg> find(String id) {
        return Optional.ofNullable(live.get(id));
    }

    private Leg add(String id, boolean detect, CallEvents events, AtomicReference<Executor> mailbox) {
        Leg leg = parties.add(id, (channel, box) -> {
                    mailbox.set(box);
                    return new Leg(ari, channel, box, detect, events, ended -> {
                        live.remove(channel);
                        parties.remove(channel);
                    });
                })
                .orElseThrow();
        live.put(id, leg);
        return leg;
    }

    /** It may have begun all the same: asked for, and ended where it has not. */
    private void unanswered(String id) {
        ari.get("channel", Ari.channel(id)).thenAccept(answer -> {
            if (answer.gone()) {
                parties.gone(id);
            }
        });
    }

    /** @throws IllegalStateException where a number is to be called and there is no trunk */
    String endpoint(String target) {
        if (!target.startsWith("+")) {
            return target;
        }
        if (account.trunk() == null) {
            throw new IllegalStateException("The voice account " + account.name() + " has no trunk to call by");
        }
        return account.dialString(target.substring(1));
    }

    private static CallEvents onAnswer(Runnable ready) {
        return new CallEvents() {
            @Override
            public void answered(Answerer answerer) {
                ready.run();
            }

            @Override
            public void ended(CallEnd end) {
                // A snoop ends with what it listens to.
            }
        };
    }
}
