package io.parcours.conversation;

import io.parcours.language.Language;
import io.parcours.tenant.Tenant;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What stands for a text's placeholders: the case, the customer, the operator, else the journey's variable, as people write it. */
class TextValues implements Function<String, String> {

    private static final String LINK = "Link";

    private final Map<String, Object> variables;
    private final Map<String, Supplier<String>> known;
    private final Function<String, Optional<String>> invitation;
    private final Locale locale;
    private final Supplier<Tenant> operator;

    /**
     * The customer's name and the operator are looked up only where a text names them, and once.
     *
     * @param invitation the link by which the customer comes to the channel of this name; empty where there is no such channel
     */
    TextValues(
            Map<String, Object> variables,
            Supplier<String> caseNumber,
            String language,
            Supplier<String> customerName,
            Supplier<Tenant> operator,
            Function<String, Optional<String>> invitation) {
        this.variables = variables;
        this.invitation = invitation;
        this.locale = Language.orFrench(language).locale();
        this.operator = SingletonSupplier.of(operator);
        this.known = Map.of(
                "caseNumber",
                caseNumber,
                "customer",
                SingletonSupplier.of(customerName),
                "operator",
                () -> this.operator.get().name(),
                "currency",
                () -> this.operator.get().writtenCurrency());
    }

    /** The same values where the channel has its own way to answer a question, as in "touch your choice". */
    Function<String, String> on(String howToAnswer) {
        return name -> name.equals("howToAnswer") ? howToAnswer : apply(name);
    }

    @Override
    public String apply(String name) {
        Supplier<String> value = known.get(name);
        return value != null ? value.get() : link(name).orElseGet(() -> format(variables.get(name)));
    }

    /** {@code {messengerLink}}, and so for each channel that people come to by a link. */
    private Optional<String> link(String name) {
        return name.endsWith(LINK)
                ? invitation.apply(name.substring(0, name.length() - LINK.length()))
                : Optional.empty();
    }

    private String format(Object value) {
        if (value instanceof Date date) {
            String pattern = locale.getLanguage().equals("fr") ? "d MMM 'à' HH:mm" : "d MMM 'at' HH:mm";
            return DateTimeFormatter.ofPattern(pattern, locale)
                    .format(date.toInstant().atZone(ZoneId.of(operator.get().zone())));
        }
        if (value instanceof Number number) {
            // A plain space between thousands: the narrow one of the locale would make an SMS leave as UCS-2.
            return NumberFormat.getInstance(locale).format(number).replaceAll("[\\u202f\\u00a0]", " ");
        }
        return value == null ? "" : value.toString();
    }
}
