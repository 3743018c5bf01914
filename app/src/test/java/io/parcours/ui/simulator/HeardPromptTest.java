package io.parcours.ui.simulator;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.StreamResource;
import com.vaadin.flow.server.VaadinSession;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.language.Language;
import io.parcours.prompt.PromptRefused;
import io.parcours.prompt.RecordedPrompts;
import io.parcours.prompt.SpokenText;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.Wav;
import io.parcours.ui.component.SoundPlayer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a visitor hears on the telephone in the browser: the operator's own recordings, so that no voice need be installed. */
@ScreenTest
class HeardPromptTest {

    private static final String OPERATOR = "demo";
    private static final String MUTE =
            "Ni enregistrement, ni voix de synthèse installée (espeak-ng) : les annonces restent écrites.";

    private static final AtomicInteger CALLERS = new AtomicInteger();

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    RecordedPrompts prompts;

    @BeforeEach
    void promptsLast() {
        exchange.faults().playbacksLast(Duration.ofMinutes(1));
        until(() -> exchange.connected(DemoCustomers.telephoneApplicationOf(OPERATOR)));
    }

    @AfterEach
    void nothingStays() {
        exchange.faults().playbacksLast(null);
        exchange.channels().forEach(exchange::hangUp);
        codes().forEach(code -> TenantContext.run(OPERATOR, () -> prompts.remove(code, Language.FRENCH)));
    }

    @Test
    void aPromptStandsThereAsTextAndPlaysByItselfWhileItIsSaid() {
        record(7);
        PromptBubble greeting = greeting();

        Element audio = audio(greeting).orElseThrow();
        assertThat(audio.hasAttribute("controls")).isTrue();
        assertThat(audio.getAttribute("preload")).isEqualTo("none");
        assertThat(audio.hasAttribute("autoplay")).isTrue();
        assertThat(answered(audio)).isEqualTo(recorded());
        assertThat(_find(Span.class, spec -> spec.withText(MUTE))).isEmpty();
    }

    @Test
    void aPromptThatAKeyStopsIsSilentAndCanBeListenedToAgainBesideTheNext() {
        record(7);
        PromptBubble greeting = greeting();

        _click(_get(NativeButton.class, spec -> spec.withAttribute("aria-label", "Touche 1")));
        until(() -> _find(PromptBubble.class).size() == 2);

        List<PromptBubble> heard = _find(PromptBubble.class);
        assertThat(heard.get(0)).as("the same, not drawn anew").isSameAs(greeting);
        Element before = audio(greeting).orElseThrow();
        assertThat(before.hasAttribute("autoplay")).isFalse();
        assertThat(answered(before)).isEqualTo(recorded());
        assertThat(audio(heard.get(1)).orElseThrow().hasAttribute("autoplay")).isTrue();
    }

    @Test
    void whoHangsUpHearsNothingMoreAndMayListenAgain() {
        record(7);
        PromptBubble greeting = greeting();

        _click(_get(Button.class, spec -> spec.withText("Raccrocher")));
        MockVaadin.clientRoundtrip();

        assertThat(_find(PromptBubble.class)).containsExactly(greeting);
        Element audio = audio(greeting).orElseThrow();
        assertThat(audio.hasAttribute("autoplay")).isFalse();
        assertThat(answered(audio)).isEqualTo(recorded());
    }

    @Test
    void whereThereIsNothingToHearTheTextStandsAloneAndTheTelephoneSaysWhy() {
        record(0);
        PromptBubble greeting = greeting();

        assertThat(audio(greeting)).isEmpty();
        assertThat(_find(Span.class, spec -> spec.withText(MUTE))).hasSize(1);
    }

    @Test
    void aLanguageWithoutAVoiceSaysSoAtItsWordsAndTheRestIsHeard() {
        record(7);
        exchange.faults().playbacksLast(Duration.ofMillis(100));
        PromptBubble greeting = greeting();

        until(() -> !_find(Span.class, spec -> spec.withText("texte seul")).isEmpty());

        assertThat(audio(greeting)).isPresent();
        assertThat(_find(Span.class, spec -> spec.withText(MUTE))).isEmpty();
    }

    /** The first prompt of a call from the browser, by somebody who never called before. */
    private PromptBubble greeting() {
        UI.getCurrent().navigate("simulator");
        ComboBox<?> customer = _get(_get(SubscriberChoice.class), ComboBox.class);
        String number = "+22901979903" + String.format("%02d", CALLERS.incrementAndGet());
        ComponentUtil.fireEvent(customer, new CustomValueSetEvent<>(customer, true, number));
        _click(_get(NativeButton.class, spec -> spec.withText("Appel")));
        _click(_get(Button.class, spec -> spec.withText("Appeler")));
        until(() -> !_find(PromptBubble.class).isEmpty());
        return _find(PromptBubble.class).get(0);
    }

    private static Optional<Element> audio(PromptBubble bubble) {
        return _find(bubble, SoundPlayer.class).stream()
                .flatMap(player -> player.getElement().getChildren())
                .filter(child -> child.getTag().equals("audio"))
                .findFirst();
    }

    /** What the browser gets when it asks for the source. */
    private static byte[] answered(Element audio) {
        VaadinSession session = VaadinSession.getCurrent();
        StreamResource source = (StreamResource) session.getResourceRegistry()
                .getResource(URI.create(audio.getAttribute("src")))
                .orElseThrow();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            source.getWriter().accept(answer, session);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return answer.toByteArray();
    }

    private List<String> codes() {
        return TenantContext.call(OPERATOR, prompts::texts).stream()
                .filter(text -> text.state(Language.FRENCH).isPresent())
                .map(SpokenText::code)
                .toList();
    }

    /** Everything that is said in French. */
    private void record(int amplitude) {
        codes().forEach(code -> TenantContext.run(OPERATOR, () -> {
            try {
                prompts.keep(code, Language.FRENCH, wav(amplitude), "salif");
            } catch (PromptRefused refused) {
                throw new IllegalStateException(refused);
            }
        }));
    }

    /** As the operator would get it back: all texts have the same sound here. */
    private byte[] recorded() {
        return TenantContext.call(
                OPERATOR, () -> prompts.audio(codes().get(0), Language.FRENCH).orElseThrow());
    }

    private static byte[] wav(int amplitude) {
        byte[] samples = new byte[16_000];
        Arrays.fill(samples, (byte) amplitude);
        return Wav.of(8_000, 1, samples);
    }

    private static void until(BooleanSupplier condition) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    if (UI.getCurrent() != null) {
                        MockVaadin.clientRoundtrip();
                    }
                    return condition.getAsBoolean();
                });
    }
}
