package io.parcours.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import io.parcours.language.Bundles;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Every text a person reads, by key and language: the screens' own bundle and those that the journeys bring along.
 *
 * <p>A missing text shows as its key between exclamation marks: plain to see on a screen and in a test.
 */
@Component
public class Messages implements I18NProvider {

    private final Map<Locale, Map<String, String>> texts = new HashMap<>();

    public Messages() {
        for (Locale language : Languages.ALL) {
            Map<String, String> all = new TreeMap<>();
            all.putAll(read("classpath*:texts/*_" + language.getLanguage() + ".properties"));
            all.putAll(read("classpath*:i18n/*_" + language.getLanguage() + ".properties"));
            texts.put(language, Map.copyOf(all));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        String pattern = texts.get(Languages.of(locale)).get(key);
        if (pattern == null) {
            return "!" + key + "!";
        }
        return params.length == 0 ? pattern : new MessageFormat(pattern, Languages.of(locale)).format(params);
    }

    public boolean has(String key) {
        return texts.values().stream().allMatch(language -> language.containsKey(key));
    }

    /** The texts whose key begins with the prefix, the prefix taken off. */
    public Map<String, String> startingWith(String prefix, Locale locale) {
        Map<String, String> found = new TreeMap<>();
        texts.get(Languages.of(locale)).forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), text);
            }
        });
        return found;
    }

    private static Map<String, String> read(String pattern) {
        Map<String, String> found = new HashMap<>();
        Bundles.read(pattern).forEach((key, text) -> found.put((String) key, (String) text));
        return found;
    }
}
