package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import io.parcours.form.FieldError;
import io.parcours.form.InvalidSubmission;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why a submission was refused, as one sentence a field. */
final class FormErrors {

    private FormErrors() {}

    static Map<String, String> sentences(InvalidSubmission refused) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refused.errors().forEach(error -> sentences.putIfAbsent(error.field(), sentence(error)));
        return sentences;
    }

    private static String sentence(FieldError error) {
        if (error.code().equals(FieldError.TYPE)) {
            return t("form.error.type." + error.arguments().getOrDefault("expected", "object"));
        }
        if (error.code().equals(FieldError.UNKNOWN_FIELD)) {
            return t("form.error.unknownField", error.field());
        }
        Object limit = error.arguments().getOrDefault("max", error.arguments().getOrDefault("min", ""));
        return t("form.error." + error.code(), String.valueOf(limit));
    }
}
