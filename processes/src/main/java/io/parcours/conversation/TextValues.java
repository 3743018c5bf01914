package io.parcours.conversation;

import io.parcours.customer.Customer;
import io.parcours.engine.StepContext;
import io.parcours.tenant.Tenant;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What stands for a text's placeholders: the case, the customer, the operator, else the journey's variable, as people write it. */
class TextValues implements Function<String, String> {

    private final Map<String, Object> variables;
    private final Map<String, String> known;
    private final Locale locale;
    private final ZoneId zone;

    TextValues(StepContext step, Customer customer, Tenant operator) {
        this.variables = step.variables();
        this.locale = Locale.forLanguageTag(customer.language());
        this.zone = ZoneId.of(operator.zone());
        this.known = Map.of(
                "caseNumber", step.caseNumber(),
                "customer", customer.name(),
                "operator", operator.name(),
                "currency", operator.currency().equals("XOF") ? "F" : operator.currency());
    }

    /** The same values where the channel has its own way to answer a question, as in "touch your choice". */
    Function<String, String> on(String howToAnswer) {
        return name -> name.equals("howToAnswer") ? howToAnswer : apply(name);
    }

    @Override
    public String apply(String name) {
        String value = known.get(name);
        return value != null ? value : format(variables.get(name));
    }

    private String format(Object value) {
        if (value instanceof Date date) {
            String pattern = locale.getLanguage().equals("fr") ? "d MMM 'à' HH:mm" : "d MMM 'at' HH:mm";
            return DateTimeFormatter.ofPattern(pattern, locale)
                    .format(date.toInstant().atZone(zone));
        }
        if (value instanceof Number number) {
            // A plain space between thousands: the narrow one of the locale would make an SMS leave as UCS-2.
            return NumberFormat.getInstance(locale).format(number).replaceAll("[\\u202f\\u00a0]", " ");
        }
        return value == null ? "" : value.toString();
    }
}
