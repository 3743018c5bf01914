package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One subscriber's call: says what journeys give it, one after the other, gathers keys, and ends without leaving anything behind. */
final class Call implements Party {

    private static final int ANSWER_TRIES = 3;

    private final CallMaker maker;
    private final String channel;
    private final Story story;
    private final Executor mailbox;
    private final Consumer<Call> ended;
    private final Instant began;
    private final Script script = new Script();
    private final Keys keys = new Keys();
    private final Response response;
    private boolean answered;
    private boolean spoken;
    private final Set<String> bridges;
    private volatile CallEvents callerSide;
    private volatile Conference conference;
    private Turn turn;
    private int rests;
    private Future<?> idle;

    Call(
            CallMaker maker,
            String channel,
            Story story,
            Executor mailbox,
            Set<String> bridges,
            Consumer<Call> begun,
            Consumer<Call> ended) {
        this.maker = maker;
        this.channel = channel;
        this.story = story;
        this.mailbox = mailbox;
        this.bridges = bridges;
        this.ended = ended;
        this.began = maker.clock().instant();
        this.response = new Response(maker.account(), maker.meters());
        begun.accept(this);
    }

    String channel() {
        return channel;
    }

    /** With an agent; empty where the caller speaks with nobody. */
    Optional<Conference> conference() {
        return Optional.ofNullable(conference);
    }

    /** The script rests while there is an agent, and goes on afterwards. */
    synchronized Conference confer(Legs legs, CallEvents callerSide) {
        if (conference != null || over()) {
            throw new IllegalStateException("The call is over, or has an agent already");
        }
        Conference made = new Conference(
                maker.account(), maker.ari(), legs, bridges, channel, () -> mailbox.execute(this::alone));
        this.callerSide = callerSide;
        conference = made;
        if (over()) {
            // Whoever hung up while the room was made may have found none to close.
            made.close();
            throw new IllegalStateException("The call is over");
        }
        mailbox.execute(this::rest);
        made.admit();
        maker.changed(story.caller());
        return made;
    }

    String address() {
        return story.caller().address();
    }

    Instant began() {
        return began;
    }

    boolean over() {
        return script.closed();
    }

    /** Without the choices whose own language nobody can speak here: what is left has the first keys. */
    Utterance fitting(Utterance utterance) {
        return maker.prompts().fitting(maker.account(), utterance);
    }

    /** @return false where the call is over: then it must be said elsewhere */
    boolean say(Utterance utterance) {
        boolean taken = script.add(utterance);
        if (taken) {
            mailbox.execute(this::proceed);
        }
        return taken;
    }

    /**
     * Stores the call before it is answered, so that a call that is up has always been stored.
     *
     * @param up whether it was answered already, by this node before its restart or by another one
     */
    void begin(boolean up) {
        maker.ari().subscribe(channel);
        if (!up) {
            maker.ari().ring(channel);
        }
        story.called(stored -> mailbox.execute(() -> {
            if (!stored) {
                hangUp(Cause.CONGESTION);
            } else if (up) {
                takenUp();
            } else {
                answer(1);
            }
            maker.changed(story.caller());
        }));
    }

    @Override
    public void on(String type, JsonNode event) {
        switch (type) {
            case "ChannelDtmfReceived" -> key(event.path("digit").asText());
            case "PlaybackStarted" ->
                response.promptBegan(event.path("playback").path("id").asText());
            case "PlaybackFinished" -> playbackOver(event.path("playback"));
            case "StasisEnd", "ChannelDestroyed" -> gone();
            default -> {}
        }
    }

    @Override
    public void stillThere(JsonNode state) {
        if (!answered) {
            answer(1);
        } else if (turn != null) {
            turn.connectionWasLost();
        }
    }

    @Override
    public void gone() {
        if (over()) {
            return;
        }
        cancelIdle();
        story.left();
        Iterable<Utterance> left = script.close();
        if (turn != null) {
            turn.abandon();
            turn = null;
        }
        partFromAgent();
        left.forEach(utterance -> unheard(utterance, "hung-up"));
        ended.accept(this);
        maker.changed(story.caller());
    }

    @Override
    public void handedOver() {
        if (over()) {
            return;
        }
        cancelIdle();
        script.close();
        if (turn != null) {
            turn.breakOff();
            turn = null;
        }
        partFromAgent();
        ended.accept(this);
    }

    /** What was being said is not known here; it comes once more. */
    private void takenUp() {
        answered = true;
        proceed();
    }

    private void partFromAgent() {
        conference().ifPresent(conferred -> {
            // Before those who are hung up for it: an agent's end alone would be taken for theirs.
            callerSide.ended(new CallEnd(CallOutcome.ANSWERED, 0, 0, true));
            conferred.close();
        });
    }

    private void answer(int attempt) {
        maker.ari()
                .answer(channel)
                .thenAcceptAsync(
                        answer -> {
                            if (answer.done()) {
                                answered = true;
                                proceed();
                            } else if (answer.gone()) {
                                gone();
                            } else if (attempt < ANSWER_TRIES) {
                                answer(attempt + 1);
                            } else {
                                hangUp(Cause.CONGESTION);
                            }
                        },
                        mailbox);
    }

    /** What is being asked is asked anew afterwards; keys that belonged to it, or are meant for whoever speaks, answer nothing. */
    private void rest() {
        cancelIdle();
        keys.forget();
        if (turn != null) {
            turn.breakOff();
            script.putBack(turn.utterance());
            turn = null;
            rests++;
        }
    }

    private void key(String digit) {
        if (conference != null) {
            return;
        }
        keys.press(digit);
        if (turn != null) {
            turn.keyPressed();
        }
    }

    private void playbackOver(JsonNode playback) {
        if (turn != null) {
            turn.played(playback.path("id").asText(), playback.path("state").asText());
        }
    }

    private void alone() {
        conference = null;
        spoken = true;
        maker.changed(story.caller());
        proceed();
    }

    private void proceed() {
        if (!answered || turn != null || conference != null || over()) {
            return;
        }
        Utterance next = script.next();
        if (next == null) {
            waitForMore();
        } else {
            begin(next);
        }
    }

    private void begin(Utterance utterance) {
        cancelIdle();
        spoken = true;
        String playbacks = rests == 0 ? utterance.id() : utterance.id() + "-rested-" + rests;
        turn = new Turn(maker, channel, utterance, playbacks, keys, mailbox, this::turnOver);
        turn.begin();
    }

    private void turnOver(Turn.Result result) {
        Utterance utterance = turn.utterance();
        turn = null;
        switch (result.kind()) {
            case HEARD -> heard(utterance);
            case ANSWERED -> {
                response.keysComplete(utterance.id());
                story.answered(utterance.id(), result.keys(), result.choice());
            }
            case SILENT -> story.silent(utterance.id());
            case UNHEARD -> unheard(utterance, result.keys());
            default -> throw new IllegalStateException("No result of a turn: " + result);
        }
        proceed();
    }

    private void heard(Utterance utterance) {
        if (!utterance.own()) {
            story.heard(utterance.id());
        }
    }

    private void unheard(Utterance utterance, String code) {
        if (!utterance.own()) {
            story.unheard(utterance.id(), code);
        }
    }

    private void waitForMore() {
        if (idle == null) {
            idle = maker.workforce().after(maker.account().options().idle(), () -> mailbox.execute(this::nothingMore));
        }
    }

    private void nothingMore() {
        // A text may have come while this waited for its turn.
        if (idle == null || turn != null || conference != null || over()) {
            return;
        }
        idle = null;
        if (spoken) {
            hangUp(Cause.NORMAL);
        } else {
            String language = maker.account().language();
            begin(maker.prompts().noted(maker.account(), Ids.next(maker.account(), "noted"), language));
        }
    }

    private void cancelIdle() {
        if (idle != null) {
            idle.cancel(false);
            idle = null;
        }
    }

    private void hangUp(int cause) {
        maker.ari().hangUpSurely(channel, cause, mailbox, this::over, this::gone);
    }
}
