package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import io.parcours.complaint.Complaint;
import io.parcours.language.Language;
import io.parcours.ui.component.Words;
import io.parcours.work.WorkItem;

/** Codes of models and data in words; a code that nobody gave words to shows as it is. */
public final class Labels {

    private static final String AGAIN = ".again";

    private Labels() {}

    public static String queue(String code) {
        return of("queue." + code, code);
    }

    public static String channel(String code) {
        return of("channel." + code, code);
    }

    /** A subscriber's language; the screens speak fewer. */
    public static String language(Language language) {
        return t("customer.language." + language.code());
    }

    public static String segment(String code) {
        return code == null ? t("customer.segment.none") : of("customer.segment." + code, code);
    }

    /** What is to be done, such as "Traiter la réclamation". */
    public static String task(WorkItem item) {
        return step(item.taskKey(), item.taskKey());
    }

    public static String step(String element, String otherwise) {
        return element == null ? otherwise : of("step." + element, otherwise);
    }

    /** The journey's name; of an operator's own journey its id. */
    static String journey(String journey) {
        return of("case." + journey, journey);
    }

    /** What the complaint is about: type and motive, once they are known. */
    public static String kind(Complaint complaint) {
        return complaint.type() == null
                ? t("case.complaint")
                : t("case.complaint") + " · " + t("case.type." + complaint.type());
    }

    /** What the text is for, such as "Question du motif"; of an answer that it offers, the question's. */
    public static String text(String code) {
        if (code.endsWith(AGAIN)) {
            return t("texts.again", text(code.substring(0, code.length() - AGAIN.length())));
        }
        String question = code.replaceFirst("\\.[^.]*$", "");
        return Words.known("text." + code)
                .or(() -> Words.known("text." + question))
                .orElse(code);
    }

    public static String of(String key, String otherwise) {
        return Words.known(key).orElse(otherwise);
    }
}
