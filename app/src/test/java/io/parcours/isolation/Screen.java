package io.parcours.isolation;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.provider.HasDataView;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ComponentMapping;
import com.vaadin.flow.internal.nodefeature.ElementAttributeMap;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.TextNodeMap;
import java.util.stream.Stream;

/** All that a screen holds, whether it shows it or not: texts, properties, attributes, the rows of lists, calls of scripts. */
final class Screen {

    private Screen() {}

    static String words() {
        MockVaadin.clientRoundtrip();
        UI page = UI.getCurrent();
        StringBuilder words = new StringBuilder().append(page.getInternals().getTitle());
        page.getInternals().getStateTree().getRootNode().visitNodeTree(node -> read(node, words));
        page.getInternals().dumpPendingJavaScriptInvocations().forEach(call -> words.append('\n')
                .append(call.getInvocation().getExpression())
                .append(call.getInvocation().getParameters()));
        return words.toString();
    }

    private static void read(StateNode node, StringBuilder words) {
        if (node.hasFeature(TextNodeMap.class)) {
            words.append('\n').append(node.getFeature(TextNodeMap.class).getText());
        }
        if (node.hasFeature(ElementPropertyMap.class)) {
            ElementPropertyMap properties = node.getFeature(ElementPropertyMap.class);
            properties.getPropertyNames().forEach(name -> words.append('\n').append(properties.getProperty(name)));
        }
        if (node.hasFeature(ElementAttributeMap.class)) {
            ElementAttributeMap attributes = node.getFeature(ElementAttributeMap.class);
            attributes.attributes().forEach(name -> words.append('\n').append(attributes.get(name)));
        }
        if (node.hasFeature(ComponentMapping.class)) {
            node.getFeature(ComponentMapping.class).getComponent().ifPresent(component -> rows(component)
                    .forEach(row -> words.append('\n').append(told(row))));
        }
    }

    private static Stream<?> rows(Component component) {
        return component instanceof HasDataView<?, ?, ?> list
                ? list.getGenericDataView().getItems()
                : Stream.empty();
    }

    /** A row that cannot be read would pass for an empty one. */
    private static String told(Object row) {
        try {
            if (row.getClass().getMethod("toString").getDeclaringClass() == Object.class) {
                throw new AssertionError("The rows of a list keep to themselves what they hold: " + row.getClass());
            }
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
        return row.toString();
    }
}
