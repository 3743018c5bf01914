package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.parcours.engine.Models;
import io.parcours.model.ModelRefused;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.UploadTexts;
import io.parcours.ui.frame.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Takes an operator's own version of a model; a refused one is answered on the spot, so that the next try is a drop away. */
class UploadDialog extends Dialog {

    private static final int MAX_BYTES = 2 << 20;

    private final transient Models models;
    private final transient Consumer<String> onDeployed;
    private final Upload upload;
    private final Div answer = new Div();

    /** @param onDeployed is told the name of the file */
    UploadDialog(Models models, Consumer<String> onDeployed) {
        this.models = models;
        this.onDeployed = onDeployed;
        addClassName("p-upload");
        setWidth("min(640px, 100%)");
        setHeaderTitle(t("studio.upload.title"));
        upload = new Upload(this::receive);
        upload.setI18n(new UploadTexts());
        upload.setAcceptedFileTypes(".bpmn", ".dmn", ".form");
        upload.setMaxFileSize(MAX_BYTES);
        upload.addFileRejectedListener(rejected -> Notices.failure(rejected.getErrorMessage()));
        add(new Paragraph(t("studio.upload.intro")), upload, answer);
        getFooter().add(new Button(t("action.close"), click -> close()));
    }

    /** On the request that brings the file, which is inside the person's operator; the screen hears of it afterwards. */
    private void receive(UploadEvent event) throws IOException {
        byte[] content;
        try (InputStream in = event.getInputStream()) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        UI page = event.getUI();
        String fileName = event.getFileName();
        try {
            models.deploy(fileName, content);
            Updates.access(page, () -> deployed(fileName));
        } catch (ModelRefused refused) {
            Updates.access(page, () -> refused(fileName, refused, page));
        } catch (RuntimeException failure) {
            Updates.access(page, () -> {
                upload.clearFileList();
                throw failure;
            });
        }
    }

    private void deployed(String fileName) {
        close();
        Notices.done(t("studio.deployed.done", fileName));
        onDeployed.accept(fileName);
    }

    private void refused(String fileName, ModelRefused refused, UI page) {
        upload.clearFileList();
        answer.removeAll();
        answer.add(new Findings(fileName, refused.findings(), page.getLocale()));
    }
}
