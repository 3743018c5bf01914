package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.parcours.media.MediaFile;
import io.parcours.ui.component.Glyph;
import java.util.UUID;
import java.util.function.Consumer;

/** A file of a conversation: a picture, sound or film to look at, else its name to save it by, or why it is not here. */
class AttachedFile extends Div {

    private static final int KB = 1024;

    /** @param kind in words, such as "Photo" */
    AttachedFile(MediaFile file, String kind, Consumer<UUID> again) {
        addClassName("p-file");
        if (!file.kept()) {
            add(notHere(file, kind, again));
        } else if (file.showable() && file.type().startsWith("image/")) {
            add(picture(file, kind));
        } else if (file.showable()) {
            add(player(file, kind));
            add(saving(file, kind));
        } else {
            add(saving(file, kind));
        }
    }

    static String address(MediaFile file) {
        return "files/" + file.id();
    }

    private static Component picture(MediaFile file, String kind) {
        String words = file.name() == null ? kind : kind + " · " + file.name();
        Image image = new Image(address(file), words);
        image.addClassName("p-file-image");
        image.getElement().setAttribute("loading", "lazy");
        Anchor large = anchor(file);
        large.setTarget(AnchorTarget.BLANK);
        large.setTitle(t("file.large"));
        large.add(image);
        return large;
    }

    /** The browser's own; nothing is fetched before somebody wants to hear it. */
    private static Component player(MediaFile file, String kind) {
        String tag = file.type().startsWith("audio/") ? "audio" : "video";
        Element player = new Element(tag);
        player.setAttribute("controls", true);
        player.setAttribute("preload", tag.equals("audio") ? "none" : "metadata");
        player.setAttribute("src", address(file));
        player.setAttribute("aria-label", kind);
        Div box = new Div();
        box.addClassName("p-file-player");
        box.getElement().appendChild(player);
        return box;
    }

    private static Component saving(MediaFile file, String kind) {
        Anchor save = anchor(file);
        save.getElement().setAttribute("download", true);
        Span name = new Span(file.name() == null ? kind : file.name());
        Span about = new Span(file.name() == null ? size(file.size()) : kind + " · " + size(file.size()));
        about.addClassName("p-cell-note");
        save.addClassName("p-file-save");
        save.add(new Glyph("download"), name, about);
        return save;
    }

    private static Anchor anchor(MediaFile file) {
        Anchor anchor = new Anchor(address(file), "");
        anchor.setRouterIgnore(true);
        return anchor;
    }

    private static Component notHere(MediaFile file, String kind, Consumer<UUID> again) {
        String name = file.name() == null ? kind : kind + " · " + file.name();
        Div line = new Div(
                new Glyph(file.waiting() ? "hourglass" : "circle-alert"),
                new Span(name + " : " + t("file.state." + file.state())));
        line.addClassName("p-file-missing");
        if (file.reason() != null && !file.waiting()) {
            line.add(new Span(t("file.reason." + file.reason())));
        }
        if (file.failed()) {
            Button retry = new Button(t("file.retry"), new Glyph("refresh-cw"), click -> again.accept(file.id()));
            retry.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            retry.setDisableOnClick(true);
            line.add(retry);
        }
        return line;
    }

    static String size(long octets) {
        if (octets < KB) {
            return t("file.size.octets", octets);
        }
        return octets < KB * KB
                ? t("file.size.kb", octets / KB)
                : t("file.size.mb", Math.round(octets * 10.0 / (KB * KB)) / 10.0);
    }
}
