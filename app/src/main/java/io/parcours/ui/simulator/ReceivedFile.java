package io.parcours.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.parcours.ui.component.Glyph;
import java.util.Base64;

/** A file as a handset shows it: a small picture itself, all else by its name. */
final class ReceivedFile extends Div {

    /** Pictures go to the page inside its own words; larger ones would weigh on every tick. */
    private static final int SMALL = 300_000;

    private ReceivedFile(Component content) {
        addClassName("p-file");
        add(content);
    }

    static ReceivedFile picture(byte[] octets, String name) {
        if (octets.length > SMALL) {
            return named(name);
        }
        Image image = new Image("data:image/png;base64," + Base64.getEncoder().encodeToString(octets), name);
        image.addClassName("p-file-image");
        return new ReceivedFile(image);
    }

    static ReceivedFile named(String name) {
        return new ReceivedFile(new Span(new Glyph("paperclip"), new Span(name)));
    }
}
