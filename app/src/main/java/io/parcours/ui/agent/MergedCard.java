package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.merging.CustomerMerge;
import io.parcours.merging.CustomerMerges;
import io.parcours.ui.casefile.People;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.RelativeTime;
import java.util.List;
import java.util.UUID;

/** The records that were found to be this customer's too, each to be separated again. */
class MergedCard extends Card {

    private final transient CustomerMerges merges;
    private final UUID customer;
    private final boolean maySeparate;
    private final transient Runnable onChange;

    MergedCard(CustomerMerges merges, UUID customer, boolean maySeparate, Runnable onChange) {
        super(t("merge.card"));
        this.merges = merges;
        this.customer = customer;
        this.maySeparate = maySeparate;
        this.onChange = onChange;
    }

    void refresh() {
        List<CustomerMerge> all = merges.of(customer);
        setVisible(!all.isEmpty());
        show(all.stream().map(this::row).toArray(Div[]::new));
    }

    private Div row(CustomerMerge merge) {
        Span who = new Span(Phone.text(merge.absorbedName()));
        who.addClassName("p-cell-main");
        Span when = new Span(People.name(merge.by()) + " · ");
        when.add(new RelativeTime(merge.at()));
        when.addClassName("p-muted");
        Div row = new Div(who, when);
        row.addClassName("p-consent-row");
        if (maySeparate) {
            Button separate = new Button(t("merge.undo"), click -> MergeDialog.undo(merges, merge.id(), onChange));
            separate.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            separate.setDisableOnClick(true);
            row.add(separate);
        }
        return row;
    }
}
