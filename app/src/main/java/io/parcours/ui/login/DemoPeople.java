package io.parcours.ui.login;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.parcours.security.DemoUser;
import io.parcours.security.Role;
import io.parcours.ui.component.Glyph;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The people of the demo by operator, what each can see, one click to become them; and the way to the telephone. */
class DemoPeople extends Aside {

    private static final Map<Role, String> ICONS = Map.of(
            Role.AGENT_N1, "headset",
            Role.AGENT_N2, "contact",
            Role.BACK_OFFICE, "inbox",
            Role.SUPERVISOR, "chart-column",
            Role.ANALYST, "workflow",
            Role.TENANT_ADMIN, "users",
            Role.PLATFORM_ADMIN, "building-2");

    DemoPeople(List<DemoUser> people, Consumer<DemoUser> choose) {
        addClassName("p-demo");
        add(new H2(t("demo.title")), intro());
        people.stream().map(DemoUser::tenant).distinct().forEach(tenant -> add(operator(tenant, people, choose)));
    }

    private static Div intro() {
        Anchor telephone = new Anchor("simulator", new Glyph("smartphone"), new Span(t("demo.telephone")));
        telephone.addClassName("p-demo-telephone");
        Paragraph words = new Paragraph(t("demo.intro"));
        Paragraph password = new Paragraph(new Span(t("demo.password") + " "), new Code(DemoUser.PASSWORD));
        return new Div(words, telephone, password);
    }

    private static Div operator(String tenant, List<DemoUser> people, Consumer<DemoUser> choose) {
        Div cards = new Div();
        cards.addClassName("p-demo-cards");
        people.stream()
                .filter(person -> person.tenant().equals(tenant))
                .forEach(person -> cards.add(card(person, choose)));
        Div operator = new Div(new H3(t("demo.operator." + tenant)), cards);
        operator.addClassNames("p-demo-operator", "p-tinted", "p-operator-" + tenant);
        return operator;
    }

    private static NativeButton card(DemoUser person, Consumer<DemoUser> choose) {
        Span role = new Span(t(person.role().textKey()));
        role.addClassName("p-demo-role");
        Span name = new Span(person.displayName() + " · " + person.username());
        name.addClassName("p-demo-name");
        Span sees = new Span(t("demo.sees." + person.role()));
        sees.addClassName("p-demo-sees");
        NativeButton card = new NativeButton();
        card.add(new Glyph(ICONS.get(person.role())), role, name, sees);
        card.addClickListener(click -> choose.accept(person));
        card.addClassName("p-demo-card");
        return card;
    }
}
