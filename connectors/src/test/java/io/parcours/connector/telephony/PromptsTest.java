package io.parcours.connector.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PromptsTest {

    private static final Utterance HELLO =
            new Utterance("u1", "hello", "fr", "Bonjour à tous.", List.of(), Expectation.NOTHING, false);
    private static final VoiceAccount ACCOUNT = VoiceAccount.of(
            "baobab", "voice", "http://pbx.example:8088", "user", "secret", "app", "http://node.example:8080/");

    @TempDir
    Path cache;

    @TempDir
    Path recordings;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final MediaTokens tokens = new MediaTokens(now::get);
    private final AtomicInteger spoken = new AtomicInteger();

    private Prompts prompts(boolean voice) {
        Speech speech = (text, language, target) -> {
            spoken.incrementAndGet();
            try {
                return voice && Silence.write(text, target);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
        return new Prompts(recordings, cache, speech, tokens, now::get);
    }

    @Test
    void aTextIsSpokenOnceAndFetchedByASignedAddress() throws Exception {
        Prompts prompts = prompts(true);
        String media = prompts.media(ACCOUNT, HELLO).orElseThrow().get(0);
        prompts.media(ACCOUNT, HELLO);

        assertThat(media)
                .startsWith("sound:http://node.example:8080/media/voice/")
                .endsWith(".wav");
        assertThat(spoken).hasValue(1);
        try (MediaServer server = new MediaServer(tokens, cache)) {
            HttpResponse<byte[]> audio = get(server, path(media));
            assertThat(audio.statusCode()).isEqualTo(200);
            assertThat(audio.headers().firstValue("Content-Type")).contains("audio/wav");
            assertThat(audio.headers().firstValue("Content-Description")).contains("Bonjour%20%C3%A0%20tous.");
            assertThat(new String(audio.body(), 0, 4)).isEqualTo("RIFF");
        }
    }

    @Test
    void nothingElseIsServed() throws Exception {
        Files.writeString(cache.resolve("secret.wav"), "secret");
        Files.writeString(cache.getParent().resolve("outside.wav"), "secret");
        String media = path(prompts(true).media(ACCOUNT, HELLO).orElseThrow().get(0));
        try (MediaServer server = new MediaServer(tokens, cache)) {
            for (String path : List.of(
                    "/media/voice",
                    "/media/voice/",
                    "/media/voice/secret.wav",
                    "/media/voice/..%2Foutside.wav",
                    "/media/voice/%2e%2e/outside.wav",
                    media.replace(".wav", ".txt"),
                    media.replaceFirst("voice/.", "voice/" + (media.charAt(13) == 'a' ? 'b' : 'a')),
                    media.replaceFirst("-[0-9]+-", "-999999999999-"))) {
                assertThat(get(server, path).statusCode()).as(path).isIn(400, 404);
            }
        }
    }

    @Test
    void anAddressServesForAWhileOnly() throws Exception {
        String media = path(prompts(true).media(ACCOUNT, HELLO).orElseThrow().get(0));
        try (MediaServer server = new MediaServer(tokens, cache)) {
            now.updateAndGet(before -> before.plus(Duration.ofMinutes(9)));
            assertThat(get(server, media).statusCode()).isEqualTo(200);
            now.updateAndGet(before -> before.plus(Duration.ofMinutes(12)));
            assertThat(get(server, media).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRecordingGoesBeforeTheVoiceAndTheKeysAreSpokenAfterIt() throws IOException {
        Silence.write("Bonjour", recordings.resolve("hello_fr.wav"));
        Utterance question = new Utterance(
                "u2", "hello", "fr", "Bonjour.", List.of(new Choice("a", "Oui")), Expectation.CHOICE, false);

        assertThat(prompts(true).media(ACCOUNT, HELLO).orElseThrow()).hasSize(1);
        assertThat(spoken).hasValue(0);
        assertThat(prompts(true).media(ACCOUNT, question).orElseThrow()).hasSize(2);
        assertThat(spoken).hasValue(1);
    }

    @Test
    void aCodeIsNoWayThroughFolders() throws IOException {
        Path outside = Files.createDirectories(recordings.resolve("x"));
        Silence.write("Bonjour", recordings.resolve("hello_fr.wav"));
        Utterance sly = new Utterance("u3", "../hello", "fr", "Bonjour.", List.of(), Expectation.NOTHING, false);
        Prompts prompts = new Prompts(outside, cache, (text, language, target) -> false, tokens, now::get);

        assertThat(prompts.media(ACCOUNT, sly)).isEmpty();
    }

    @Test
    void withoutAVoiceNothingIsSaidUnlessTheAccountTakesSilence() {
        assertThat(prompts(false).media(ACCOUNT, HELLO)).isEqualTo(Optional.empty());
        assertThat(prompts(false).media(ACCOUNT.with(ACCOUNT.options().silent()), HELLO))
                .isPresent();
    }

    @Test
    void whatWasSpokenIsNotKeptForEver() throws IOException {
        Prompts prompts = prompts(true);
        prompts.media(ACCOUNT, HELLO);
        Path old = cache.resolve("old.wav");
        Files.writeString(old, "old");
        Files.setLastModifiedTime(old, FileTime.from(now.get().minus(Duration.ofDays(2))));

        now.updateAndGet(before -> before.plus(Duration.ofHours(2)));
        prompts.media(ACCOUNT, HELLO);

        assertThat(old).doesNotExist();
    }

    @Test
    void aVoiceThatIsSlowOrMissingIsNoVoice() {
        Path target = cache.resolve("x.wav");

        assertThat(new EspeakSpeech(List.of(), Duration.ofSeconds(1)).speak("Bonjour", "fr", target))
                .isFalse();
        assertThat(new EspeakSpeech(List.of("/nowhere/espeak-ng"), Duration.ofSeconds(1))
                        .speak("Bonjour", "fr", target))
                .isFalse();
        long began = System.nanoTime();
        assertThat(new EspeakSpeech(List.of("/bin/sh", "-c", "sleep 20"), Duration.ofMillis(200))
                        .speak("Bonjour", "fr", target))
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(target).doesNotExist();
    }

    private static String path(String media) {
        return URI.create(media.substring("sound:".length())).getRawPath();
    }

    private static HttpResponse<byte[]> get(MediaServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
