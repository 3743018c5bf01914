package io.parcours.account;

import io.parcours.conversation.Problem;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An account as it was set up.
 *
 * @param values by the names of the kind's fields, secrets among them; what was left empty is missing
 */
public record AccountValues(String tenant, String channel, String name, Map<String, String> values) {

    private static final int A_DAY = 86_400;

    public AccountValues {
        values = Map.copyOf(values);
    }

    /** @return null where it was left empty */
    public String get(String field) {
        return values.get(field);
    }

    /** @throws IllegalArgumentException where it is no whole number */
    public Integer number(String field) {
        String value = get(field);
        if (value == null) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException noNumber) {
            throw new WrongValue(field + ": ", Problem.of("account.number"), field);
        }
    }

    /** @throws IllegalArgumentException where it is no whole number from one second to a day */
    public Duration seconds(String field) {
        Integer seconds = number(field);
        if (seconds != null && (seconds < 1 || seconds > A_DAY)) {
            throw new WrongValue(field + ": ", Problem.of("account.seconds"), field);
        }
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** @throws IllegalArgumentException where it is neither yes nor no, in French or in English */
    public Boolean flag(String field) {
        String value = get(field);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "oui", "yes", "true" -> true;
            case "non", "no", "false" -> false;
            default -> throw new WrongValue(field + ": ", Problem.of("account.flag"), field);
        };
    }

    /**
     * One of an enumeration's names, in whatever case, with spaces or hyphens for its underscores.
     *
     * @throws IllegalArgumentException where it is none of them
     */
    public <E extends Enum<E>> E choice(String field, Class<E> names) {
        String value = get(field);
        if (value == null) {
            return null;
        }
        String name = value.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return EnumSet.allOf(names).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongValue(field + ": ", Problem.of("account.choice", named(names)), field));
    }

    private static <E extends Enum<E>> String named(Class<E> names) {
        return EnumSet.allOf(names).stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "AccountValues[" + tenant + "/" + channel + "/" + name + "]";
    }
}
