package io.parcours.conversation;

import java.util.List;
import java.util.Locale;

/**
 * A text that the provider has approved beforehand, for channels that allow no free text now.
 *
 * @param name as the provider knows it, such as {@code complaint_solved}
 * @param language {@code fr} or {@code en}: a provider approves none in Fon or Bariba
 * @param parameters what stands for {@code {{1}}}, {@code {{2}}}, … in its body
 */
public record Template(String name, String language, List<String> parameters) {

    public Template {
        parameters = List.copyOf(parameters);
    }

    /** The name of the template of the text with this code. */
    public static String name(String code) {
        return code.replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
    }
}
