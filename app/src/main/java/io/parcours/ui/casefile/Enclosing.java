package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.frame.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file that goes with the reply that is being written. It is stored only when the reply is. */
class Enclosing extends Div {

    private static final int LARGEST = 10 << 20;

    /** The fields whose words a subscriber reads. */
    private static final Pattern REPLY = Pattern.compile("\"key\"\\s*:\\s*\"(reply|precision|resolution)\"");

    private final Upload upload;
    private transient Enclosed enclosed;

    /** As it came from the browser. @param type as the browser calls it */
    record Enclosed(String name, String type, byte[] octets) {}

    Enclosing() {
        addClassName("p-enclosing");
        upload = new Upload(this::receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(t("file.enclose"), new Glyph("paperclip")));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(t("file.enclose.one"))
                        .setFileIsTooBig(t("file.enclose.big"))));
        upload.addFileRejectedListener(rejected -> Notices.failure(rejected.getErrorMessage()));
        upload.addFileRemovedListener(removed -> enclosed = null);
        Span note = new Span(t("file.enclose.note"));
        note.addClassName("p-cell-sub");
        add(upload, note);
        setVisible(false);
    }

    static boolean isFor(String schemaJson) {
        return REPLY.matcher(schemaJson).find();
    }

    Optional<Enclosed> file() {
        return isVisible() ? Optional.ofNullable(enclosed) : Optional.empty();
    }

    void clear() {
        enclosed = null;
        upload.clearFileList();
    }

    private void receive(UploadEvent event) throws IOException {
        byte[] octets;
        try (InputStream in = event.getInputStream()) {
            octets = in.readNBytes(LARGEST + 1);
        }
        Enclosed came = new Enclosed(event.getFileName(), event.getContentType(), octets);
        Updates.access(event.getUI(), () -> took(came));
    }

    void took(Enclosed came) {
        if (came.octets().length > LARGEST) {
            clear();
            Notices.failure(t("file.enclose.big"));
        } else {
            enclosed = came;
        }
    }
}
