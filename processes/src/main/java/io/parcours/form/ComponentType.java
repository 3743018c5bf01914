package io.parcours.form;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The components that a form may use, with the attributes of each; everything else is refused. */
enum ComponentType {
    TEXTFIELD(true, Set.of(), Set.of("minLength", "maxLength", "pattern", "patternErrorMessage", "validationType")),
    TEXTAREA(true, Set.of(), Set.of("minLength", "maxLength", "pattern", "patternErrorMessage")),
    NUMBER(true, Set.of("decimalDigits"), Set.of("min", "max")),
    CHECKBOX(true, Set.of(), Set.of()),
    SELECT(true, Set.of("values", "searchable"), Set.of()),
    RADIO(true, Set.of("values"), Set.of()),
    CHECKLIST(true, Set.of("values"), Set.of()),
    TAGLIST(true, Set.of("values"), Set.of()),
    DATETIME(
            true,
            Set.of("subtype", "dateLabel", "timeLabel", "timeSerializingFormat", "timeInterval", "use24h"),
            Set.of()),
    GROUP(false, Set.of("label", "components", "showOutline", "verticalAlignment"), Set.of()),
    TEXT(false, Set.of("text"), Set.of()),
    BUTTON(false, Set.of("label", "action"), Set.of()),
    SEPARATOR(false, Set.of(), Set.of()),
    SPACER(false, Set.of("height"), Set.of());

    private final boolean keyed;
    private final Set<String> attributes = new HashSet<>(Set.of("id", "type", "layout", "conditional"));
    private final Set<String> rules = new HashSet<>();

    ComponentType(boolean keyed, Set<String> own, Set<String> ownRules) {
        this.keyed = keyed;
        attributes.addAll(own);
        rules.addAll(ownRules);
        if (keyed) {
            attributes.addAll(Set.of(
                    "key", "label", "description", "disabled", "readonly", "defaultValue", "validate", "properties"));
            rules.add("required");
        }
    }

    static Optional<ComponentType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean keyed() {
        return keyed;
    }

    Set<String> attributes() {
        return attributes;
    }

    /** What {@code validate} may hold. */
    Set<String> rules() {
        return rules;
    }
}
