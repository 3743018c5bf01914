package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.parcours.customer.Customer;
import io.parcours.customer.CustomerSummary;
import io.parcours.customer.Customers;
import io.parcours.merging.CustomerMerges;
import io.parcours.merging.MergeRefused;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import java.util.List;
import java.util.UUID;

/** Finds the other record of this person and makes one of both; what was done can be taken back, now or later. */
class MergeDialog extends Dialog {

    private static final int LIMIT = 8;
    private static final int SHORTEST = 2;

    private final transient Customer kept;
    private final transient Customers customers;
    private final transient CustomerMerges merges;
    private final transient Runnable onChange;
    private final TextField words = new TextField(t("merge.find"));
    private final CustomerGrid found = new CustomerGrid(this::choose);
    private final Div choice = new Div();

    MergeDialog(Customer kept, Customers customers, CustomerMerges merges, Runnable onChange) {
        this.kept = kept;
        this.customers = customers;
        this.merges = merges;
        this.onChange = onChange;
        setHeaderTitle(t("merge.title", Phone.text(kept.name())));
        setWidth("min(640px, 94vw)");
        addClassName("p-merge");
        words.setHelperText(t("merge.find.next"));
        words.setPrefixComponent(new Glyph("search"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setAutofocus(true);
        words.setWidthFull();
        words.addValueChangeListener(change -> search());
        found.setVisible(false);
        found.setAllRowsVisible(true);
        add(words, found, choice);
        getFooter().add(new Button(t("action.cancel"), click -> close()));
    }

    private void search() {
        String wanted = words.getValue().strip();
        List<CustomerSummary> others = wanted.length() < SHORTEST
                ? List.of()
                : customers.search(wanted, LIMIT + 1).stream()
                        .filter(customer -> !customer.id().equals(kept.id()))
                        .limit(LIMIT)
                        .toList();
        found.setItems(others);
        found.setVisible(!others.isEmpty());
        choice.removeAll();
        if (others.isEmpty() && wanted.length() >= SHORTEST) {
            choice.add(new Paragraph(t("search.none")));
        }
    }

    private void choose(CustomerSummary other) {
        found.setVisible(false);
        choice.removeAll();
        Button merge = new Button(t("merge.do"), new Glyph("contact"), click -> merge(other));
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merge.setDisableOnClick(true);
        choice.add(new Paragraph(t("merge.what", Phone.text(other.name()), Phone.text(kept.name()))), merge);
        merge.focus();
    }

    private void merge(CustomerSummary other) {
        close();
        try {
            UUID done = merges.merge(kept.id(), other.id(), user());
            onChange.run();
            Notices.done(t("merge.done", Phone.text(other.name())), () -> undo(merges, done, onChange));
        } catch (MergeRefused refused) {
            Notices.failure(t("merge.refused"));
        }
    }

    static void undo(CustomerMerges merges, UUID merge, Runnable onChange) {
        try {
            merges.undo(merge, user());
            Notices.done(t("merge.undone"));
        } catch (MergeRefused refused) {
            Notices.failure(t("merge.undo.refused"));
        }
        onChange.run();
    }

    private static String user() {
        return ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
    }
}
