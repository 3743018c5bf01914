package io.parcours.conversation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A question with the answers to choose from, and what counts as each of them; or what kind of answer it takes else. */
record Question(String code, Expectation expects, List<Option> options) {

    /** Mistyped letters that are forgiven, in words long enough to bear it. */
    private static final LevenshteinDistance TYPOS = new LevenshteinDistance(2);

    private static final int LONG_WORD = 6;

    private static final Set<String> NEGATIONS = Set.of(
            "ne",
            "pas",
            "non",
            "rien",
            "jamais",
            "aucun",
            "aucune",
            "sans",
            "toujours",
            "not",
            "no",
            "never",
            "nothing",
            "still");

    /**
     * @param value what the journey gets
     * @param label what the subscriber reads
     * @param words further words that mean it, in any spelling
     * @param language in which its label is, where that is not the question's own; else null
     */
    record Option(String value, String label, List<String> words, String language) {

        /** What means this option, each as its plain words. */
        List<List<String>> phrases() {
            return Stream.concat(Stream.of(label), words.stream())
                    .map(phrase -> List.of(plain(phrase).split(" ")))
                    .toList();
        }

        Set<String> vocabulary() {
            return phrases().stream().flatMap(List::stream).collect(Collectors.toSet());
        }
    }

    /**
     * What the subscriber meant by what was touched, else by what was written.
     *
     * @param choice the {@link Choice#id} of a button or list row; null where none was touched. One of another question counts
     *     as what is written on it
     * @param free reads what is no choice
     */
    Optional<String> understand(String choice, String text, Supplier<FreeAnswer> free) {
        return options.stream()
                .filter(option -> Choice.of(code, option).id().equals(choice))
                .map(Option::value)
                .findFirst()
                .or(() -> understand(text, free));
    }

    private Optional<String> understand(String text, Supplier<FreeAnswer> free) {
        if (options.isEmpty()) {
            return free.get().read(expects, text);
        }
        String answer = plain(text);
        String opening = plain(text.strip().lines().findFirst().orElse(""));
        return byNumber(answer)
                .or(() -> byNumber(opening))
                .or(() -> only(option -> plain(option.label()).equals(answer)))
                .or(() -> only(option -> mentions(answer, option, String::equals)))
                .or(() -> only(option -> mentions(answer, option, Question::almost)))
                .or(() -> only(option -> opens(opening, option)));
    }

    /** Of several lines, as in a letter, the first one answers; but a "yes" may be taken back by what follows. */
    private boolean opens(String opening, Option option) {
        return !isYesOrNo() && mentions(opening, option, String::equals);
    }

    /** Whether it is one that "no" can answer: then a negation in the answer matters. */
    boolean isYesOrNo() {
        return options.stream().map(Option::value).toList().containsAll(List.of("YES", "NO"));
    }

    /** A number counts only alone or beside words of its own option: "2", "n 2", "2 internet", but not "2 jours sans". */
    private Optional<String> byNumber(String answer) {
        String rest = answer.replaceFirst("^(numero|number|option|choix|no|n) (?=\\d)", "");
        List<String> words = List.of(rest.split(" "));
        if (!words.get(0).matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int position = Integer.parseInt(words.get(0));
        return options.stream()
                .skip(Math.max(position - 1, 0))
                .limit(position < 1 ? 0 : 1)
                .filter(option -> option.vocabulary().containsAll(words.subList(1, words.size())))
                .map(Option::value)
                .findFirst();
    }

    private boolean mentions(String answer, Option option, BiPredicate<String, String> same) {
        List<String> said = List.of(answer.split(" "));
        boolean negated = isYesOrNo() && said.stream().anyMatch(NEGATIONS::contains);
        return option.phrases().stream()
                .filter(phrase -> !negated || phrase.stream().anyMatch(NEGATIONS::contains))
                .anyMatch(phrase ->
                        phrase.stream().allMatch(word -> said.stream().anyMatch(token -> same.test(token, word))));
    }

    /** The one option that fits; where two do, nobody knows what was meant. */
    private Optional<String> only(Predicate<Option> fits) {
        List<Option> fitting = options.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).value()) : Optional.empty();
    }

    private static boolean almost(String said, String meant) {
        if (said.equals(meant)) {
            return true;
        }
        int typos = TYPOS.apply(said, meant);
        return meant.length() >= LONG_WORD && typos >= 0 && typos <= meant.length() / 4;
    }

    /** Lower case, without accents and punctuation, single spaces; compatibility forms (full-width digits) as plain ones. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
