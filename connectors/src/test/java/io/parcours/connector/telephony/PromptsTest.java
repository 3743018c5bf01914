package io.parcours.connector.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.web.ServletServer;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.Texts;
import io.parcours.language.Language;
import io.parcours.prompt.Recording;
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
import java.util.Collection;
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
    private final RecordingShelf shelf = new RecordingShelf();

    private Prompts prompts(boolean voice) {
        return prompts(shelf, voice);
    }

    private Prompts prompts(Recorded recorded) {
        return prompts(recorded, true);
    }

    private Prompts prompts(Recorded recorded, boolean voice) {
        return new Prompts(
                new Recordings(recordings, recorded),
                cache,
                new FrenchVoice(voice, spoken),
                new SpokenWords(new Texts()),
                tokens,
                now::get);
    }

    /** Speaks French, or nothing. */
    private record FrenchVoice(boolean works, AtomicInteger times) implements Speech {

        @Override
        public boolean speaks(String language) {
            return works && language.equals("fr");
        }

        @Override
        public boolean speak(String text, String language, Path target) {
            times.incrementAndGet();
            try {
                return Silence.write(text, target);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
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
        try (ServletServer server = new ServletServer(new MediaServlet(tokens, cache), MediaServlet.PATH)) {
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
        try (ServletServer server = new ServletServer(new MediaServlet(tokens, cache), MediaServlet.PATH)) {
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
        try (ServletServer server = new ServletServer(new MediaServlet(tokens, cache), MediaServlet.PATH)) {
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
    void aQuestionInFonIsMadeOfItsRecordedPiecesAndMissingOneIsNotSaid() throws Exception {
        Utterance question = new Utterance(
                "u4", "q", "fon", "Laquelle ?", List.of(new Choice("q#A", "Oui")), Expectation.CHOICE, false);
        shelf.put("q", Language.FON, wav(1));
        shelf.put("q.A", Language.FON, wav(2));
        assertThat(prompts(true).media(ACCOUNT, question))
                .as("nobody says the key")
                .isEmpty();

        shelf.put("voice.key.1", Language.FON, wav(3));

        List<String> media = prompts(true).media(ACCOUNT, question).orElseThrow();
        assertThat(media).hasSize(3);
        assertThat(spoken).hasValue(0);
        try (ServletServer server = new ServletServer(new MediaServlet(tokens, cache), MediaServlet.PATH)) {
            for (int i = 0; i < 3; i++) {
                assertThat(get(server, path(media.get(i))).body()).isEqualTo(wav(i + 1));
            }
        }
    }

    @Test
    void aReplacedRecordingHasAnotherAddressAndARemovedOneGivesWayToTheFolderAndThenToTheVoice() throws Exception {
        shelf.put("hello", Language.FRENCH, wav(1));
        String first = prompts(true).media(ACCOUNT, HELLO).orElseThrow().get(0);
        shelf.put("hello", Language.FRENCH, wav(2));
        String second = prompts(true).media(ACCOUNT, HELLO).orElseThrow().get(0);
        assertThat(second).isNotEqualTo(first);
        try (ServletServer server = new ServletServer(new MediaServlet(tokens, cache), MediaServlet.PATH)) {
            HttpResponse<byte[]> audio = get(server, path(second));
            assertThat(audio.body()).isEqualTo(wav(2));
            String tag = audio.headers().firstValue("ETag").orElseThrow();
            assertThat(get(server, path(second), tag).statusCode()).isEqualTo(304);
            assertThat(get(server, path(first), tag).statusCode()).isEqualTo(200);
        }

        shelf.remove("hello", Language.FRENCH);
        Files.write(recordings.resolve("hello_fr.wav"), wav(4));
        try (ServletServer server = new ServletServer(new MediaServlet(tokens, cache), MediaServlet.PATH)) {
            String third = prompts(true).media(ACCOUNT, HELLO).orElseThrow().get(0);
            assertThat(get(server, path(third)).body()).isEqualTo(wav(4));
        }
        assertThat(spoken).hasValue(0);
        Files.delete(recordings.resolve("hello_fr.wav"));
        prompts(true).media(ACCOUNT, HELLO);
        assertThat(spoken).hasValue(1);
    }

    @Test
    void aRecordingInAnotherLanguageIsNotPlayed() {
        shelf.put("hello", Language.FRENCH, wav(1));
        Utterance inFon = new Utterance("u6", "hello", "fon", "Bonjour.", List.of(), Expectation.NOTHING, false);

        assertThat(prompts(true).media(ACCOUNT, inFon)).isEmpty();
    }

    @Test
    void whereTheRecordingsCannotBeReadTheVoiceSpeaks() {
        Recorded broken = new Recorded() {
            @Override
            public List<Recording> of(String tenant, Collection<String> codes) {
                throw new IllegalStateException("The database is away");
            }

            @Override
            public byte[] audio(String tenant, Recording recording) {
                throw new IllegalStateException("The database is away");
            }
        };

        assertThat(prompts(broken).media(ACCOUNT, HELLO)).isPresent();
        assertThat(spoken).hasValue(1);
    }

    @Test
    void whereARecordingIsRemovedAtThisMomentTheVoiceSpeaks() {
        Recorded gone = new Recorded() {
            @Override
            public List<Recording> of(String tenant, Collection<String> codes) {
                return List.of(new Recording("hello", Language.FRENCH, "digest", 1_000, "awa", Instant.EPOCH));
            }

            @Override
            public byte[] audio(String tenant, Recording recording) {
                return null;
            }
        };

        assertThat(prompts(gone).media(ACCOUNT, HELLO)).isPresent();
        assertThat(spoken).hasValue(1);
    }

    @Test
    void anotherOperatorsRecordingIsNotPlayed() {
        shelf.put("hello", Language.FRENCH, wav(1));
        VoiceAccount other = VoiceAccount.of(
                "littoral", "voice", "http://pbx.example:8088", "user", "secret", "app", "http://node.example:8080/");

        prompts(true).media(other, HELLO);

        assertThat(spoken).hasValue(1);
    }

    @Test
    void onlyLanguagesThatCanBeSaidAreOfferedAndEachInItsOwn() {
        Utterance question = new Utterance(
                "u5",
                "language",
                "fr",
                "Bienvenue.",
                List.of(
                        new Choice("language#fr", "le français", "fr"),
                        new Choice("language#fon", "le fon", "fon"),
                        new Choice("language#bba", "le bariba", "bba")),
                Expectation.CHOICE,
                false);
        shelf.put("language.fon", Language.FON, wav(1));
        assertThat(prompts(true).fitting(ACCOUNT, question).choices())
                .as("its key cannot be said")
                .extracting(Choice::id)
                .containsExactly("language#fr");
        shelf.put("voice.key.2", Language.FON, wav(2));

        Utterance offered = prompts(true).fitting(ACCOUNT, question);

        assertThat(offered.choices()).extracting(Choice::id).containsExactly("language#fr", "language#fon");
        assertThat(prompts(true).media(ACCOUNT, offered).orElseThrow()).hasSize(3);
    }

    @Test
    void aCodeIsNoWayThroughFolders() throws IOException {
        Path outside = Files.createDirectories(recordings.resolve("x"));
        Silence.write("Bonjour", recordings.resolve("hello_fr.wav"));
        Utterance sly = new Utterance("u3", "../hello", "fr", "Bonjour.", List.of(), Expectation.NOTHING, false);
        Prompts prompts = new Prompts(
                new Recordings(outside, shelf),
                cache,
                new FrenchVoice(false, spoken),
                new SpokenWords(new Texts()),
                tokens,
                now::get);

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

    private static byte[] wav(int number) {
        return ("RIFF of recording " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(ServletServer server, String path, String tag) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.origin() + path))
                                .header("If-None-Match", tag)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String path(String media) {
        return URI.create(media.substring("sound:".length())).getRawPath();
    }

    private static HttpResponse<byte[]> get(ServletServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.origin() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
