package io.parcours.account;

import io.parcours.conversation.Problem;
import java.util.Locale;
import java.util.Map;

/**
 * An account as it was set up.
 *
 * @param values by the names of the kind's fields, secrets among them; what was left empty is missing
 */
public record AccountValues(String tenant, String channel, String name, Map<String, String> values) {

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

    /** Without its secrets. */
    @Override
    public String toString() {
        return "AccountValues[" + tenant + "/" + channel + "/" + name + "]";
    }
}
