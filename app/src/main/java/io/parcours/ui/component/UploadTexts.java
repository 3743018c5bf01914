package io.parcours.ui.component;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of the upload field, in the person's language. */
public final class UploadTexts extends UploadI18N {

    private static final long serialVersionUID = 1L;

    public UploadTexts() {
        setDropFiles(new DropFiles().setOne(t("studio.upload.drop")).setMany(t("studio.upload.drop")));
        setAddFiles(new AddFiles().setOne(t("studio.upload.choose")).setMany(t("studio.upload.choose")));
        setError(new Error()
                .setTooManyFiles(t("studio.upload.one"))
                .setFileIsTooBig(t("studio.upload.big"))
                .setIncorrectFileType(t("studio.upload.type")));
        setUploading(new Uploading()
                .setStatus(new Uploading.Status()
                        .setConnecting(t("studio.upload.connecting"))
                        .setStalled(t("studio.upload.stalled"))
                        .setProcessing(t("studio.upload.processing"))
                        .setHeld(t("studio.upload.held")))
                .setRemainingTime(new Uploading.RemainingTime().setPrefix("").setUnknown(""))
                .setError(new Uploading.Error()
                        .setServerUnavailable(t("studio.upload.failed"))
                        .setUnexpectedServerError(t("studio.upload.failed"))
                        .setForbidden(t("studio.upload.failed"))));
        setUnits(new Units(List.of("o", "ko", "Mo")));
    }
}
