package io.parcours.ui.component;

import com.vaadin.flow.i18n.I18NProvider;

/** Short for the text of a key in the language of the screen. */
public final class Words {

    private Words() {}

    public static String t(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
