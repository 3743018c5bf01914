package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.parcours.complaint.Motive;
import io.parcours.ui.casefile.Money;
import java.math.BigDecimal;

/** What a complaint needs to be registered; what is missing is said at the field. */
class RegisterFields extends Div {

    private static final int LONGEST = 2000;
    /** As much as the qualification form of the journey takes. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000);

    final Select<Motive> motive = new Select<>();
    final TextArea description = new TextArea(t("register.description"));
    private final BigDecimalField disputed = new BigDecimalField(t("register.amount"));

    RegisterFields(String currency) {
        addClassName("p-fields");
        motive.setLabel(t("register.motive"));
        motive.setItems(Motive.values());
        motive.setItemLabelGenerator(each -> each == null ? "" : t("complaint.motive." + each));
        motive.setRequiredIndicatorVisible(true);
        motive.setPlaceholder(t("register.motive.choose"));
        motive.addValueChangeListener(change -> motive.setInvalid(false));
        description.setRequiredIndicatorVisible(true);
        description.setMaxLength(LONGEST);
        description.setMinRows(4);
        description.setHelperText(t("register.description.help"));
        // Ctrl+Enter saves while the cursor is still in the field.
        description.setValueChangeMode(ValueChangeMode.EAGER);
        disputed.setValueChangeMode(ValueChangeMode.EAGER);
        description.addValueChangeListener(change -> description.setInvalid(false));
        disputed.setSuffixComponent(new Span(Money.symbol(currency)));
        disputed.setHelperText(t("register.amount.help"));
        disputed.addValueChangeListener(change -> disputed.setInvalid(false));
        add(motive, description, disputed);
    }

    /** Null where none was given. */
    BigDecimal amount() {
        return disputed.getValue();
    }

    /** Whether everything is there; goes to the first field where it is not. */
    boolean complete() {
        boolean hasMotive = motive.getValue() != null;
        motive.setInvalid(!hasMotive);
        motive.setErrorMessage(t("register.motive.missing"));
        int length = description.getValue().strip().length();
        boolean hasWords = length > 0 && length <= LONGEST;
        description.setErrorMessage(t(length == 0 ? "register.description.missing" : "register.description.long"));
        description.setInvalid(!hasWords);
        boolean hasAmount = amount() == null || (amount().signum() >= 0 && amount().compareTo(LARGEST) <= 0);
        disputed.setErrorMessage(t("register.amount.wrong"));
        disputed.setInvalid(!hasAmount);
        if (!hasMotive) {
            motive.focus();
        } else if (!hasWords) {
            description.focus();
        } else if (!hasAmount) {
            disputed.focus();
        }
        return hasMotive && hasWords && hasAmount;
    }
}
