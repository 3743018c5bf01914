package io.parcours.connector.simulator;

import io.parcours.connector.simulator.Heard.End;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Plays sounds to channels one after the other: fetches what is at an address, and takes as long as its audio. */
final class SimPlayer {

    private static final byte[] NONE = {};
    private static final int HEADER = 44;
    private static final int OCTETS_A_SECOND = 16_000;
    private static final Duration BUILT_IN = Duration.ofMillis(900);

    private final ExchangeFloor floor;
    private final ExchangeFaults faults;
    private final Clockwork clockwork;
    private final HeardSounds sounds;
    private final Map<String, SimPlayback> playbacks = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** What was fetched. */
    private record Sound(String text, byte[] wav) {

        int octets() {
            return wav.length;
        }
    }

    SimPlayer(ExchangeFloor floor, ExchangeFaults faults, Clockwork clockwork, HeardSounds sounds) {
        this.floor = floor;
        this.faults = faults;
        this.clockwork = clockwork;
        this.sounds = sounds;
    }

    Map<String, Object> play(SimChannel channel, String id, String media) {
        synchronized (floor) {
            SimPlayback playback = new SimPlayback(id, channel, media);
            playbacks.put(id, playback);
            channel.playbacks.add(playback);
            channel.onEnd = () -> hungUp(channel);
            if (channel.playbacks.peek() == playback) {
                clockwork.now(() -> begin(playback));
            }
            return playback.json("queued");
        }
    }

    /** @return null where there is none */
    Map<String, Object> find(String id) {
        synchronized (floor) {
            SimPlayback playback = playbacks.get(id);
            return playback == null ? null : playback.json("playing");
        }
    }

    boolean stop(String id) {
        synchronized (floor) {
            SimPlayback playback = playbacks.get(id);
            if (playback == null) {
                return false;
            }
            finish(playback, "done", End.STOPPED);
            return true;
        }
    }

    private void begin(SimPlayback playback) {
        Sound sound;
        try {
            sound = fetch(playback.playing());
        } catch (IOException | RuntimeException unreachable) {
            finish(playback, "failed", End.STOPPED);
            return;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (floor) {
            if (playback.over) {
                return;
            }
            playback.channel.heard.add(heard(playback, sound));
            tell("PlaybackStarted", playback, "playing");
            Duration lasts = faults.playback != null ? faults.playback : length(sound);
            clockwork.after(lasts, () -> ended(playback));
        }
    }

    private Heard heard(SimPlayback playback, Sound sound) {
        boolean audible = sounds.keep(playback, sound.wav());
        return new Heard(Instant.now(), playback.id, playback.at, sound.text(), sound.octets(), audible, null);
    }

    private void ended(SimPlayback playback) {
        synchronized (floor) {
            if (playback.over) {
                return;
            }
            if (playback.at + 1 < playback.media.length) {
                mark(playback, End.WHOLE);
                tell("PlaybackContinuing", playback, "continuing");
                playback.at++;
                clockwork.now(() -> begin(playback));
            } else {
                finish(playback, "done", End.WHOLE);
            }
        }
    }

    private void finish(SimPlayback playback, String state, End how) {
        synchronized (floor) {
            if (playback.over) {
                return;
            }
            playback.over = true;
            playbacks.remove(playback.id);
            mark(playback, how);
            tell("PlaybackFinished", playback, state);
            boolean wasPlaying = playback.channel.playbacks.peek() == playback;
            playback.channel.playbacks.remove(playback);
            SimPlayback next = playback.channel.playbacks.peek();
            if (wasPlaying && next != null && how != End.HUNG_UP) {
                clockwork.now(() -> begin(next));
            }
        }
    }

    private void hungUp(SimChannel channel) {
        while (!channel.playbacks.isEmpty()) {
            finish(channel.playbacks.peek(), "failed", End.HUNG_UP);
        }
    }

    private static void mark(SimPlayback playback, End how) {
        playback.channel.heard.replaceAll(heard -> heard.playback().equals(playback.id) ? heard.ended(how) : heard);
    }

    private void tell(String type, SimPlayback playback, String state) {
        Map<String, Object> event = ExchangeFloor.event(type);
        event.put("playback", playback.json(state));
        floor.tell(playback.channel.application, event, playback.channel.number, playback.id);
    }

    private Sound fetch(String media) throws IOException, InterruptedException {
        if (!media.startsWith("sound:http")) {
            return new Sound(media, NONE);
        }
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(media.substring("sound:".length())))
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        String words = answer.headers().firstValue("Content-Description").orElse("");
        return new Sound(URLDecoder.decode(words, StandardCharsets.UTF_8), answer.body());
    }

    private static Duration length(Sound sound) {
        return sound.octets() == 0
                ? BUILT_IN
                : Duration.ofMillis(1_000L * Math.max(0, sound.octets() - HEADER) / OCTETS_A_SECOND);
    }
}
