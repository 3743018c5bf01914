package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.UI;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.ValueType;
import io.parcours.tenant.Tenant;
import io.parcours.ui.component.Facts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** Values of the operator's systems as the reader of the screen writes them. */
public final class OperatorValues {

    private OperatorValues() {}

    public static String language() {
        return locale().getLanguage();
    }

    /** A missing value gives null. */
    public static String text(ValueType type, Object value, Tenant operator) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case MSISDN -> Phone.text(value.toString());
            case AMOUNT -> Money.text((BigDecimal) value, operator.currency());
            case NUMBER -> NumberFormat.getIntegerInstance(locale()).format(value);
            case DATE -> Dates.text((LocalDate) value);
            case MOMENT ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(((Instant) value).atZone(ZoneId.of(operator.zone())));
            case FLAG -> t(Boolean.TRUE.equals(value) ? "operator.yes" : "operator.no");
            case TEXT, ID -> value.toString();
        };
    }

    /** One row of an answer, each field with its label. */
    public static Facts facts(Operation operation, Map<String, Object> row, Tenant operator) {
        Facts facts = new Facts();
        operation
                .fields()
                .forEach(field ->
                        facts.with(field.label().in(language()), text(field.type(), row.get(field.name()), operator)));
        return facts;
    }

    private static Locale locale() {
        return UI.getCurrent() == null ? Locale.FRENCH : UI.getCurrent().getLocale();
    }
}
