package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list of keys. */
class KeysDialog extends Dialog {

    @Tag("kbd")
    private static final class Key extends HtmlContainer {
        Key(String name) {
            setText(name);
        }
    }

    KeysDialog() {
        setHeaderTitle(t("keys.title"));
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("/", "keys.search");
        keys.put("n", "keys.next");
        keys.put("c", "keys.claim");
        keys.put("t", "keys.transfer");
        keys.put(t("keys.ctrlEnter"), "keys.complete");
        keys.put("?", "keys.help");
        keys.put(t("keys.escape"), "keys.close");
        keys.forEach((key, meaning) -> add(line(key, meaning)));
        addClassName("p-keys-dialog");
        getFooter().add(new Button(t("action.close"), click -> close()));
    }

    private static Div line(String key, String meaning) {
        Div line = new Div(new Key(key), new Span(t(meaning)));
        line.addClassName("p-key-line");
        return line;
    }
}
