package io.parcours.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.parcours.conversation.Problem;
import java.util.Locale;
import java.util.Optional;

/** Short for the text of a key in the language of the screen. */
public final class Words {

    private Words() {}

    public static String t(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }

    /** The same; empty where nobody gave words to the key. */
    public static Optional<String> known(String key, Object... values) {
        return Optional.of(t(key, values)).filter(text -> !text.equals("!" + key + "!"));
    }

    /** Why something outward does not work. */
    public static String t(Problem problem) {
        UI page = UI.getCurrent();
        return problem.in(page == null ? Locale.FRENCH : page.getLocale());
    }
}
