package io.parcours.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.StreamResource;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** The browser's own player of a sound that we made; nothing is fetched before somebody wants to hear it. */
public class SoundPlayer extends Div {

    private final Element audio = new Element("audio");

    /**
     * @param file its name, should somebody save it
     * @param wav asked for each time that the browser fetches it, as whoever looks at the screen
     */
    public SoundPlayer(String file, String label, Supplier<byte[]> wav) {
        addClassName("p-file-player");
        StreamResource sound = new StreamResource(file, () -> new ByteArrayInputStream(wav.get()));
        sound.setContentType("audio/wav");
        sound.setCacheTime(0);
        audio.setAttribute("controls", true);
        audio.setAttribute("preload", "none");
        audio.setAttribute("aria-label", label);
        audio.setAttribute("src", sound);
        getElement().appendChild(audio);
    }

    /** Whether it begins without being asked, where the browser allows that. */
    public void playByItself(boolean byItself) {
        audio.setAttribute("autoplay", byItself);
    }

    /** Breaks off what is being played. */
    public void stop() {
        audio.executeJs("this.pause()");
    }
}
