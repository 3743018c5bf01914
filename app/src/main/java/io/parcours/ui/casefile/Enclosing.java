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
import io.parcours.ui.component.UploadTexts;
import io.parcours.ui.frame.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A file that goes with the reply that is being written. It is stored only when the reply is. */
class Enclosing extends Div {

    private static final int MEGABYTE = 1 << 20;

    private final int largest;
    private final Upload upload;
    private final AtomicInteger coming = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private transient Enclosed enclosed;

    /** As it came from the browser. @param type as the browser calls it */
    record Enclosed(String name, String type, byte[] octets) {}

    /** @param largest octets that a file may have */
    Enclosing(long largest) {
        this.largest = (int) largest;
        addClassName("p-enclosing");
        upload = new Upload(this::receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(this.largest);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(t("file.enclose"), new Glyph("paperclip")));
        upload.setI18n(new UploadTexts()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(t("file.enclose.one"))
                        .setFileIsTooBig(tooBig())));
        upload.addFileRejectedListener(rejected -> Notices.failure(rejected.getErrorMessage()));
        upload.addFileRemovedListener(removed -> enclosed = null);
        Span note = new Span(t("file.enclose.note"));
        note.addClassName("p-cell-note");
        add(upload, note);
        setVisible(false);
    }

    Optional<Enclosed> file() {
        return isVisible() ? Optional.ofNullable(enclosed) : Optional.empty();
    }

    /** Whether a file is on its way here: what is completed now would go without it. */
    boolean coming() {
        return coming.get() > 0;
    }

    /** For another task: what is still on its way belongs to the one before. */
    void clear() {
        turn.incrementAndGet();
        enclosed = null;
        upload.clearFileList();
    }

    private String tooBig() {
        return t("file.enclose.big", largest / MEGABYTE);
    }

    private void receive(UploadEvent event) throws IOException {
        int begun = turn.get();
        byte[] octets;
        coming.incrementAndGet();
        try (InputStream in = event.getInputStream()) {
            octets = in.readNBytes(largest + 1);
        } finally {
            coming.decrementAndGet();
        }
        Enclosed came = new Enclosed(event.getFileName(), event.getContentType(), octets);
        Updates.access(event.getUI(), () -> {
            if (turn.get() == begun) {
                took(came);
            }
        });
    }

    void took(Enclosed came) {
        if (came.octets().length > largest) {
            clear();
            Notices.failure(tooBig());
        } else {
            enclosed = came;
        }
    }
}
