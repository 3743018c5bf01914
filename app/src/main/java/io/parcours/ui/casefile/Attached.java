package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.Message;
import io.parcours.ui.component.Bubble;
import io.parcours.ui.component.Glyph;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

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

    /** Puts into the bubble what came with the message: the file itself where it is here, else its name. */
    static void to(Bubble bubble, Message message, Consumer<UUID> again) {
        if (message.file() != null) {
            bubble.showing(new AttachedFile(message.file(), kind(message), again));
        } else if (message.attachment() != null) {
            bubble.with(new Attached(message.attachment()));
        }
    }

    /** What people call it; a file of our own is told by its octets. */
    private static String kind(Message message) {
        String type = String.valueOf(message.file().type());
        String kind = message.attachment() != null
                ? message.attachment().type()
                : type.matches("(image|audio|video)/.*") ? type.split("/", 2)[0] : "document";
        return Labels.of("attachment." + kind, t("attachment.other", kind));
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
