package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.Attachment;
import io.parcours.ui.component.Glyph;
import java.util.Locale;
import java.util.Map;

/** What a subscriber sent beside text, named: a photograph, a place, or something that we cannot show. */
class Attached extends Span {

    private static final Map<String, String> ICONS = Map.of(
            "image", "image",
            "document", "file-text",
            "location", "map-pin",
            "audio", "phone",
            "video", "play",
            "referral", "user-plus");

    Attached(Attachment attachment) {
        addClassName("p-attached");
        add(new Glyph(ICONS.getOrDefault(attachment.type(), "paperclip")), new Span(words(attachment)));
    }

    static String words(Attachment attachment) {
        String kind = Labels.of("attachment." + attachment.type(), t("attachment.other", attachment.type()));
        if (attachment.latitude() != null) {
            String place = String.format(Locale.ROOT, "%.4f, %.4f", attachment.latitude(), attachment.longitude());
            return kind + " · " + (blank(attachment.name()) ? place : attachment.name() + " (" + place + ")");
        }
        if (blank(attachment.name())) {
            return kind;
        }
        // Some ways to come have words of their own.
        return Labels.of("attachment." + attachment.type() + "." + attachment.name(), kind + " · " + attachment.name());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
