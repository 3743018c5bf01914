package io.parcours.connector.telephony;

import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * One utterance of a call, from its prompt to its answer. A key stops the prompt of a question; without keys the question is
 * asked once more. Called one after the other, in the call's mailbox.
 */
final class Turn {

    /** How it went. */
    enum Kind {
        HEARD,
        ANSWERED,
        SILENT,
        UNHEARD
    }

    /**
     * @param keys what was keyed; where unheard, why
     * @param choice the one that was chosen; null where none was
     */
    record Result(Kind kind, String keys, Choice choice) {}

    private static final int MOST_TIMES = 2;

    private static final Duration HANGING_UP = Duration.ofMillis(300);

    private final CallMaker maker;
    private final String channel;
    private final Utterance utterance;
    private final String playbacks;
    private final Keys keys;
    private final Executor mailbox;
    private final Consumer<Result> over;
    private int times;
    private String playback;
    private boolean listening;
    private boolean done;
    private Future<?> timer;

    /** @param playbacks how those at the exchange are named: what is told of one of an earlier turn is not taken for this one's */
    Turn(
            CallMaker maker,
            String channel,
            Utterance utterance,
            String playbacks,
            Keys keys,
            Executor mailbox,
            Consumer<Result> over) {
        this.maker = maker;
        this.channel = channel;
        this.utterance = utterance;
        this.playbacks = playbacks;
        this.keys = keys;
        this.mailbox = mailbox;
        this.over = over;
    }

    Utterance utterance() {
        return utterance;
    }

    void begin() {
        if (utterance.asks() && !keys.none()) {
            listen();
        } else {
            play();
        }
    }

    void keyPressed() {
        if (!utterance.asks() || done) {
            return;
        }
        if (!listening) {
            maker.ari().stopPlaying(playback);
        }
        listen();
    }

    /** @param state done, also where it was stopped, or failed */
    void played(String id, String state) {
        if (done || listening || !id.equals(playback)) {
            return;
        }
        if (state.equals("failed")) {
            // So it ends, too, when somebody hangs up: that is told a moment later, and is another thing.
            maker.workforce()
                    .after(
                            HANGING_UP,
                            () -> mailbox.execute(() -> {
                                if (!done && !listening) {
                                    end(Kind.UNHEARD, "playback-failed", null);
                                }
                            }));
        } else if (utterance.asks()) {
            listen();
        } else {
            end(Kind.HEARD, "", null);
        }
    }

    /** A prompt may have ended meanwhile without our hearing of it. */
    void connectionWasLost() {
        if (listening || done) {
            return;
        }
        String asked = playback;
        maker.ari()
                .playback(asked)
                .thenAcceptAsync(
                        answer -> {
                            if (answer.gone()) {
                                played(asked, "done");
                            }
                        },
                        mailbox);
    }

    /** The caller has hung up: what was not answered or not heard whole goes on elsewhere. */
    void abandon() {
        if (!done) {
            end(Kind.UNHEARD, "hung-up", null);
        }
    }

    /** An agent has the caller: nothing came of it, and it is for another turn to say it. */
    void breakOff() {
        done = true;
        cancelTimer();
        if (!listening) {
            maker.ari().stopPlaying(playback);
        }
    }

    private void play() {
        times++;
        listening = false;
        playback = times == 1 ? playbacks : playbacks + "-" + times;
        String playing = playback;
        Optional<List<String>> media = maker.prompts().media(maker.account(), utterance);
        if (media.isEmpty()) {
            end(Kind.UNHEARD, "no-voice", null);
            return;
        }
        maker.ari().play(channel, playing, media.get()).thenAcceptAsync(answer -> began(playing, answer), mailbox);
    }

    private void began(String playing, AriAnswer answer) {
        if (!playing.equals(playback)) {
            return;
        }
        if (answer.done()) {
            if (listening || done) {
                // A key came before the prompt had begun, and so before it could be stopped.
                maker.ari().stopPlaying(playing);
            }
        } else if (!listening && !done) {
            // Where no answer came it may be playing all the same, and would be heard twice.
            maker.ari().stopPlaying(playing);
            end(Kind.UNHEARD, "not-played", null);
        }
    }

    private void listen() {
        listening = true;
        cancelTimer();
        Optional<String> keyed = keys.take(utterance.expects(), false);
        if (keyed.isPresent()) {
            answered(keyed.get());
        } else if (keys.none()) {
            Duration patience =
                    utterance.patience().orElse(maker.account().options().firstKey());
            after(patience, this::nothingKeyed);
        } else {
            after(maker.account().options().betweenKeys(), this::pauseOver);
        }
    }

    private void pauseOver() {
        keys.take(utterance.expects(), true).ifPresentOrElse(this::answered, this::nothingKeyed);
    }

    private void nothingKeyed() {
        if (times < MOST_TIMES) {
            play();
        } else {
            end(Kind.SILENT, "", null);
        }
    }

    private void answered(String keyed) {
        end(Kind.ANSWERED, keyed, utterance.expects() == Expectation.CHOICE ? choice(keyed) : null);
    }

    private Choice choice(String key) {
        int number = Character.digit(key.charAt(0), 10);
        return number >= 1 && number <= utterance.choices().size()
                ? utterance.choices().get(number - 1)
                : null;
    }

    private void end(Kind kind, String keyed, Choice choice) {
        done = true;
        cancelTimer();
        over.accept(new Result(kind, keyed, choice));
    }

    private void after(Duration pause, Runnable then) {
        timer = maker.workforce()
                .after(
                        pause,
                        () -> mailbox.execute(() -> {
                            if (!done && listening) {
                                then.run();
                            }
                        }));
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
