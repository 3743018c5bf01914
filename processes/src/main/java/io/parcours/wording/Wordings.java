package io.parcours.wording;

import io.parcours.conversation.Texts;
import io.parcours.language.Language;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.springframework.stereotype.Component;

/** Which of the shipped texts may be put into other words, and which variables stand in each. */
@Component
class Wordings {

    private static final String FRENCH = Language.FRENCH.code();

    private final Texts texts;

    Wordings(Texts texts) {
        this.texts = texts;
    }

    /** In the order of their names, which puts what belongs together beside each other. */
    Set<String> codes() {
        return languages().stream()
                .flatMap(language -> texts.codes(language).stream())
                .filter(code -> !Texts.steers(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** French first. */
    List<String> languages() {
        return Stream.of(Language.values()).map(Language::code).toList();
    }

    Optional<EditableText> find(String code, Map<TextKey, Integer> versions) {
        return codes().contains(code) ? Optional.of(text(code, versions)) : Optional.empty();
    }

    EditableText text(String code, Map<TextKey, Integer> versions) {
        String journey = StringUtils.substringBefore(code, ".");
        Map<String, EditableText.Current> current = new LinkedHashMap<>();
        for (String language : languages()) {
            if (texts.translated(code, language) || !EditableText.spokenAlone(journey)) {
                current.put(language, current(code, language, versions));
            }
        }
        return new EditableText(code, journey, questionOf(code).isPresent(), variables(code), current);
    }

    /** The labels of the other answers to the same question, as they are read there and where this one's words are borrowed. */
    Set<String> otherLabels(EditableText text, String language) {
        List<String> others = questionOf(text.code()).stream()
                .flatMap(question -> texts.options(question).stream().map(option -> question + "." + option))
                .filter(other -> !other.equals(text.code()))
                .toList();
        return text.current().entrySet().stream()
                .filter(each -> each.getKey().equals(language)
                        || language.equals(FRENCH) && each.getValue().borrowed())
                .flatMap(each -> others.stream().flatMap(other -> texts.find(other, each.getKey()).stream()))
                .collect(Collectors.toSet());
    }

    /** What is read where the operator has no words of its own in this language. */
    String withoutOwn(EditableText text, String language) {
        EditableText.Current current = text.current().get(language);
        return current.translated()
                ? current.shipped()
                : texts.find(text.code(), FRENCH).orElse(current.shipped());
    }

    private EditableText.Current current(String code, String language, Map<TextKey, Integer> versions) {
        String shipped = texts.shipped(code, language).orElseThrow();
        return new EditableText.Current(
                texts.find(code, language).orElse(shipped),
                shipped,
                texts.translated(code, language),
                texts.own(code, language),
                versions.getOrDefault(new TextKey(code, language), 0));
    }

    /** What stands in the shipped text of any language: only these have a value when the text leaves. */
    private List<String> variables(String code) {
        Set<String> variables = new LinkedHashSet<>();
        languages().forEach(language -> texts.shipped(code, language)
                .ifPresent(text -> variables.addAll(Texts.placeholders(text))));
        return List.copyOf(variables);
    }

    /** The question whose answer this is the label of. */
    private Optional<String> questionOf(String code) {
        int end = code.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String question = code.substring(0, end);
        return texts.options(question).contains(code.substring(end + 1)) ? Optional.of(question) : Optional.empty();
    }
}
