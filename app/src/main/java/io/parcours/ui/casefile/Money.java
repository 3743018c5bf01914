package io.parcours.ui.casefile;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts in the operator's currency, as the reader of the screen writes them. */
public final class Money {

    private Money() {}

    /** @param currency an ISO code; a missing amount gives null */
    public static String text(BigDecimal amount, String currency) {
        if (amount == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(whole ? 0 : decimals);
        return format.format(amount) + "\u00a0" + symbol(currency);
    }

    /** The currency alone, for the end of a field. */
    public static String symbol(String currency) {
        return Currency.getInstance(currency).getSymbol(locale());
    }

    private static Locale locale() {
        UI page = UI.getCurrent();
        return page == null ? Locale.FRENCH : page.getLocale();
    }
}
