package io.parcours.ui.frame;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import io.parcours.i18n.Messages;
import java.util.Locale;

/** What a screen says when it has lost touch with the server. Nothing is reloaded unasked: what was typed stays legible. */
class LostTouch {

    private final Messages messages;

    LostTouch(Messages messages) {
        this.messages = messages;
    }

    SystemMessages systemMessages(SystemMessagesInfo info) {
        Locale language = info.getLocale();
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(messages.getTranslation("error.session.title", language));
        words.setSessionExpiredMessage(messages.getTranslation("error.session.next", language));
        words.setInternalErrorCaption(messages.getTranslation("error.internal.title", language));
        words.setInternalErrorMessage(messages.getTranslation("error.internal.reload", language));
        return words;
    }

    void prepare(UI page) {
        ReconnectDialogConfiguration dialog = page.getReconnectDialogConfiguration();
        dialog.setDialogText(messages.getTranslation("error.connection.lost", page.getLocale()));
        dialog.setDialogTextGaveUp(messages.getTranslation("error.connection.gone", page.getLocale()));
    }
}
