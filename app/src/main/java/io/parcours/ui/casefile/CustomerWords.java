package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customer;
import io.parcours.decisions.PayerQuality;
import io.parcours.ui.component.Badge;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;

/** What is known of a customer, in words: the same on the case and on the customer's own page. */
public final class CustomerWords {

    private static final Pattern MAIL = Pattern.compile("[^@\\s?&]+@[^@\\s?&]+\\.[^@\\s?&]+");

    private CustomerWords() {}

    /** The segment, or that nobody knows this person yet. */
    public static Badge kind(Customer customer) {
        if (customer.prospect()) {
            return new Badge("circle-help", t("customer.prospect"), Badge.Tone.INFO);
        }
        boolean valued = "GOLD".equals(customer.segment()) || "BUSINESS".equals(customer.segment());
        return new Badge(
                valued ? "star" : null,
                Labels.segment(customer.segment()),
                valued ? Badge.Tone.ACCENT : Badge.Tone.NEUTRAL);
    }

    /** "2019, 7 ans"; null where unknown. */
    public static String since(Customer customer) {
        if (customer.since() == null) {
            return null;
        }
        int years = Period.between(customer.since(), LocalDate.now()).getYears();
        String year = String.valueOf(customer.since().getYear());
        return years < 1 ? year : t("customer.since.years", year, years);
    }

    /** That nobody has said it yet, where nobody has. */
    public static String language(Customer customer) {
        return customer.language() == null ? t("customer.language.unknown") : Labels.language(customer.language());
    }

    public static Component payer(PayerQuality quality) {
        if (quality == null) {
            return new Span("–");
        }
        return switch (quality) {
            case GOOD -> new Badge("circle-check", t("customer.payer.GOOD"), Badge.Tone.FINE);
            case AVERAGE -> new Badge("minus", t("customer.payer.AVERAGE"), Badge.Tone.NEUTRAL);
            case POOR -> new Badge("triangle-alert", t("customer.payer.POOR"), Badge.Tone.SOON);
        };
    }

    /** Addresses that one press dials or writes to (requirement 2.9). */
    public static Component contacts(Customer customer) {
        if (customer.contactPoints().isEmpty()) {
            return new Span("–");
        }
        Div contacts = new Div();
        customer.contactPoints().forEach(point -> contacts.add(contact(point)));
        contacts.addClassName("p-stack");
        return contacts;
    }

    private static Div contact(ContactPoint point) {
        Span channel = new Span(Labels.channel(point.channel()));
        channel.addClassName("p-muted");
        return new Div(address(point), channel);
    }

    /** What an address is shows in the address: a channel may know people by numbers, by names, or by both. */
    static Component address(ContactPoint point) {
        String address = point.address();
        if (Phone.dials(address)) {
            return new Anchor("tel:" + address, Phone.text(address));
        }
        return MAIL.matcher(address).matches() ? new Anchor("mailto:" + address, address) : new Span(address);
    }
}
