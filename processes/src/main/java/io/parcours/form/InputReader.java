package io.parcours.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what one keyed component takes. */
final class InputReader {

    private static final int MAX_TEXT = 10_000;
    /** A text that a pattern is looked for in; longer ones would make the search expensive. */
    private static final int MAX_TEXT_WITH_PATTERN = 500;

    private static final int MAX_OPTIONS = 200;
    private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** These name texts of the field itself in the overlays of {@link FormLocalizer}. */
    private static final Set<String> NOT_OPTIONS = FormLocalizer.TEXTS;

    private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);
    private static final String EMAIL =
            "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9]"
                    + "(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$";
    private static final String PHONE = "^(?:\\+|00)[1-9]\\d{6,14}$";

    private final Attributes component;
    private final Attributes rules;
    private final Problems problems;

    InputReader(Attributes component, Attributes rules) {
        this.component = component;
        this.rules = rules;
        this.problems = component.problems();
    }

    Input read(ComponentType type) {
        return switch (type) {
            case TEXTFIELD, TEXTAREA -> text(type == ComponentType.TEXTAREA);
            case NUMBER -> new NumberInput(component.integer("decimalDigits", 0, 15), bound("min"), bound("max"));
            case CHECKBOX -> new CheckboxInput();
            case SELECT, RADIO -> new ChoiceInput(options());
            case CHECKLIST, TAGLIST -> new ChoicesInput(options());
            case DATETIME -> dateTime();
            default -> throw new IllegalArgumentException(type + " takes no value");
        };
    }

    private Input text(boolean multiline) {
        List<BoundedPattern> patterns = patterns();
        int most = patterns.isEmpty() ? MAX_TEXT : MAX_TEXT_WITH_PATTERN;
        Integer maxLength = rules.integer("maxLength", 1, most);
        if (!rules.has("maxLength")) {
            problems.add(component.element(), "limit", "a text needs \"maxLength\", at most " + most);
        }
        Integer minLength = rules.integer("minLength", 0, most);
        return new TextInput(
                multiline, minLength == null ? 0 : minLength, maxLength == null ? most : maxLength, patterns);
    }

    private List<BoundedPattern> patterns() {
        List<String> expressions = new ArrayList<>();
        if (rules.has("pattern")) {
            expressions.add(rules.text("pattern"));
        }
        String kind = rules.text("validationType");
        if ("email".equals(kind)) {
            expressions.add(EMAIL);
        } else if ("phone".equals(kind)) {
            expressions.add(PHONE);
        } else if (kind != null && !kind.equals("custom")) {
            problems.add(component.element(), "pattern", "the validation type \"" + kind + "\" is not known");
        }
        List<BoundedPattern> patterns = new ArrayList<>();
        for (String expression : expressions) {
            try {
                patterns.add(BoundedPattern.of(expression == null ? "" : expression));
            } catch (IllegalArgumentException e) {
                problems.add(component.element(), "pattern", e.getMessage());
            }
        }
        return patterns;
    }

    private NumberInput.Bound bound(String name) {
        if (!rules.has(name)) {
            return null;
        }
        if (rules.value(name) instanceof String reference) {
            if (!reference.matches("=[A-Za-z]\\w*")) {
                problems.add(component.element(), "expression", "\"" + name + "\" is neither a number nor a field");
                return null;
            }
            return new NumberInput.Bound(null, reference.substring(1));
        }
        BigDecimal constant = rules.number(name);
        return constant == null ? null : new NumberInput.Bound(constant, null);
    }

    private Set<String> options() {
        Set<String> options = new LinkedHashSet<>();
        for (Attributes option : component.objects("values")) {
            option.allow(Set.of("label", "value"));
            option.label("label");
            String value = option.text("value");
            if (value == null || !OPTION.matcher(value).matches() || NOT_OPTIONS.contains(value)) {
                problems.add(component.element(), "options", "an option has no usable value: " + value);
            } else if (!options.add(value)) {
                problems.add(component.element(), "options", "the option \"" + value + "\" is there twice");
            }
        }
        if (options.isEmpty() || options.size() > MAX_OPTIONS) {
            problems.add(component.element(), "options", "there must be 1 to " + MAX_OPTIONS + " options");
        }
        return options;
    }

    private Input dateTime() {
        DateTimeInput.Kind kind = constant(DateTimeInput.Kind.class, "subtype", DateTimeInput.Kind.DATE);
        DateTimeInput.Zone zone =
                constant(DateTimeInput.Zone.class, "timeSerializingFormat", DateTimeInput.Zone.NO_TIMEZONE);
        Integer given = component.integer("timeInterval", 1, 60);
        int interval = given == null ? 15 : given;
        // Offsets are multiples of a quarter of an hour: in UTC only these intervals can still be recognised.
        if (!INTERVALS.contains(interval) || zone == DateTimeInput.Zone.UTC_NORMALIZED && 15 % interval != 0) {
            problems.add(component.element(), "attribute", "the time interval " + interval + " cannot be used here");
        }
        return new DateTimeInput(kind, zone, interval);
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name, E absent) {
        String value = component.text(name);
        if (value == null) {
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        problems.add(component.element(), "attribute", "\"" + name + "\" is not known: " + value);
        return absent;
    }
}
