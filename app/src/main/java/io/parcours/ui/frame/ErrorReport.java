package io.parcours.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.parcours.ui.component.Notices;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure behind a click: the person gets a sentence and a reference, the log gets the rest under that reference. */
class ErrorReport implements ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorReport.class);

    @Override
    public void error(ErrorEvent event) {
        String reference = record(event.getThrowable());
        UI page = UI.getCurrent();
        if (page != null && page.isAttached()) {
            page.access(() -> Notices.failure(I18NProvider.translate("error.internal.short", reference)));
        }
    }

    static String record(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error("Screen failure {}", reference, failure);
        return reference;
    }
}
