package io.parcours.ui.studio;

import static io.parcours.ui.component.Words.t;

import io.parcours.engine.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model with all its versions.
 *
 * @param versions the one in force first: the operator's own before the shared ones, the newest of each first
 */
record Family(String kind, String key, List<Model> versions) {

    /** The order of the list: what happens, what is decided on the way, what people fill in. */
    static final List<String> KINDS = List.of("bpmn", "dmn", "form");

    static List<Family> of(List<Model> models) {
        Map<String, Family> families = new LinkedHashMap<>();
        for (String kind : KINDS) {
            models.stream().filter(model -> model.kind().equals(kind)).forEach(model -> families.computeIfAbsent(
                            kind + "/" + model.key(), id -> new Family(kind, model.key(), new ArrayList<>()))
                    .versions()
                    .add(model));
        }
        return List.copyOf(families.values());
    }

    Model inForce() {
        return versions.get(0);
    }

    /** As people call it; forms have no name of their own, so the shipped ones get theirs from the texts. */
    String name() {
        String text = t("studio.model." + key);
        return kind.equals("form") && !text.startsWith("!") ? text : inForce().name();
    }

    String fileName() {
        return key + "." + kind;
    }

    String icon() {
        return switch (kind) {
            case "bpmn" -> "workflow";
            case "dmn" -> "table-2";
            default -> "file-text";
        };
    }
}
