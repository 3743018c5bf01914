package io.parcours.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short answers to what a person did, at the foot of the screen. They take sentences, not keys. */
public final class Notices {

    private static final int BRIEF = 4_000;
    private static final int LONG = 10_000;

    private Notices() {}

    public static void done(String sentence) {
        show(sentence, "circle-check", NotificationVariant.LUMO_SUCCESS, BRIEF);
    }

    /** Says what was done and offers to take it back. */
    public static void done(String sentence, Runnable undo) {
        Notification notice = show(sentence, "circle-check", NotificationVariant.LUMO_SUCCESS, LONG);
        Button button = new Button(Words.t("action.undo"), click -> {
            notice.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        notice.add(button);
    }

    /** What went wrong and what to do about it; stays until the person closes it. */
    public static void failure(String sentence) {
        Notification notice = show(sentence, "octagon-alert", NotificationVariant.LUMO_ERROR, 0);
        Button close = new Button(new Glyph("x"), click -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(Words.t("action.close"));
        notice.add(close);
    }

    private static Notification show(String sentence, String icon, NotificationVariant look, int millis) {
        Notification notice = new Notification();
        notice.addThemeVariants(look);
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.setDuration(millis);
        Icon glyph = new Glyph(icon);
        Span text = new Span(sentence);
        text.getElement().setAttribute("role", "status");
        notice.add(glyph, text);
        notice.addClassName("p-notice");
        notice.open();
        return notice;
    }
}
