package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.demo.DemoCustomer;
import io.parcours.demo.DemoCustomers;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose telephone it is: an operator, and one of its customers or any number typed in. */
class SubscriberChoice extends Div {

    private static final int SHORTEST_NUMBER = 8;
    /** The names under which the demo's operators bind to the message centre. */
    private static final Map<String, String> SYSTEM_IDS = Map.of("demo", "sahel", "littoral", "littoral");

    private final transient DemoCustomers customers;
    private final transient Runnable onChange;
    private final Select<String> operator = new Select<>();
    private final ComboBox<DemoCustomer> customer = new ComboBox<>(t("simulator.customer"));
    private DemoCustomer chosen;

    SubscriberChoice(DemoCustomers customers, int position, Runnable onChange) {
        this.customers = customers;
        this.onChange = onChange;
        addClassName("p-choice");
        List<String> operators =
                customers.all().stream().map(DemoCustomer::operator).distinct().toList();
        operator.setLabel(t("simulator.operator"));
        operator.setItems(operators);
        operator.setItemLabelGenerator(id -> t("demo.operator." + id));
        operator.setValue(operators.get(0));
        customer.setItemLabelGenerator(SubscriberChoice::label);
        customer.setAllowCustomValue(true);
        customer.setRenderer(
                LitRenderer.<DemoCustomer>of("<div class=\"p-hit\"><span class=\"p-hit-title\">${item.name}</span>"
                                + "<span class=\"p-hit-detail\">${item.number}</span></div>")
                        .withProperty("name", DemoCustomer::name)
                        .withProperty("number", DemoCustomer::number));
        offer(operators.get(0), position);
        add(operator, customer);
        listen();
    }

    private void listen() {
        operator.addValueChangeListener(change -> {
            offer(change.getValue(), 0);
            onChange.run();
        });
        customer.addCustomValueSetListener(typed -> play(typed.getDetail()));
        customer.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                choose(change.getValue());
            }
        });
    }

    String operator() {
        return operator.getValue();
    }

    String systemId() {
        return SYSTEM_IDS.getOrDefault(operator(), operator());
    }

    /** As the profile calls them; the number where the base has no name. */
    String name() {
        return label(chosen);
    }

    String number() {
        return chosen.number();
    }

    String email() {
        return chosen.email();
    }

    private void offer(String operatorId, int position) {
        List<DemoCustomer> known = customers.of(operatorId);
        customer.setItems(SubscriberChoice::matches, known);
        chosen = known.get(Math.min(position, known.size() - 1));
        customer.setValue(chosen);
        tellNumber();
    }

    private void play(String typed) {
        String digits = typed.replaceAll("[^0-9]", "").replaceFirst("^00", "");
        if (digits.length() < SHORTEST_NUMBER) {
            customer.setErrorMessage(t("simulator.customer.short"));
            customer.setInvalid(true);
            return;
        }
        DemoCustomer stranger = new DemoCustomer(operator(), "+" + digits, "", "", "");
        customer.setValue(stranger);
        choose(stranger);
    }

    private void choose(DemoCustomer who) {
        customer.setInvalid(false);
        chosen = who;
        tellNumber();
        onChange.run();
    }

    private void tellNumber() {
        customer.setHelperText(t("simulator.customer.help", chosen.number()));
    }

    private static boolean matches(DemoCustomer customer, String words) {
        String name = customer.name().toLowerCase(Locale.ROOT);
        String digits = words.replaceAll("[^0-9]", "");
        return name.contains(words.strip().toLowerCase(Locale.ROOT))
                || !digits.isEmpty() && customer.number().contains(digits);
    }

    private static String label(DemoCustomer customer) {
        return customer.name().isEmpty() ? customer.number() : customer.name();
    }
}
