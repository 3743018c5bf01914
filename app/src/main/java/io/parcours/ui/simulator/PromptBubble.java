package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.Heard;
import io.parcours.ui.component.Bubble;
import io.parcours.ui.component.SoundPlayer;

/** Something that was said on the telephone: its words, and its sound where there is any. */
class PromptBubble extends Bubble {

    private final transient CallerHandset handset;
    private final Span state = new Span();
    private SoundPlayer player;
    private boolean over;

    PromptBubble(CallerHandset handset, Heard heard) {
        super(heard.text(), true, heard.at());
        this.handset = handset;
        with(state);
        if (heard.sound()) {
            player = new SoundPlayer("prompt.wav", t("simulator.voice.listen"), () -> handset.sound(heard)
                    .orElse(new byte[0]));
            player.addClassName("p-file");
            showing(player);
        }
        over = heard.end() != null;
        show(heard);
    }

    /** The same prompt some time later: it may have ended since, and its sound may be gone. */
    final void show(Heard heard) {
        state.setText(words(heard));
        state.setVisible(!state.getText().isEmpty());
        if (player == null) {
            return;
        }
        if (handset.sound(heard).isEmpty()) {
            remove(player);
            player = null;
            return;
        }
        player.playByItself(heard.end() == null);
        // One that ended by itself may lag behind in the browser, and is heard to its end.
        if (!over && interrupted(heard.end())) {
            player.stop();
        }
        over = heard.end() != null;
    }

    private static boolean interrupted(Heard.End end) {
        return end != null && end != Heard.End.WHOLE;
    }

    private static String words(Heard heard) {
        if (heard.end() == null) {
            return t("simulator.voice.speaking");
        }
        if (interrupted(heard.end())) {
            return t("simulator.voice.interrupted");
        }
        return heard.silent() ? t("simulator.voice.textOnly") : "";
    }
}
