package io.parcours.isolation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses that views have, as Vaadin knows them: nobody keeps a list. */
final class Addresses {

    private static final Pattern PARAMETER = Pattern.compile(":[a-zA-Z_]\\w*\\??");

    private Addresses() {}

    /** Those that take nothing. */
    static List<String> plain() {
        return templates().filter(template -> !template.contains(":")).toList();
    }

    /** Those that take an id. */
    static List<String> withAnId() {
        return templates().filter(template -> template.contains(":")).toList();
    }

    /** Where the id stands in; an address of another shape has to be thought about first. */
    static String filled(String template, String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        Matcher parameter = PARAMETER.matcher(template);
        String address = parameter.replaceAll(Matcher.quoteReplacement(encoded));
        if (address.contains(":") || address.contains("*") || address.contains("(") || address.equals(template)) {
            throw new AssertionError("How is " + template + " filled? Teach this test, so that the view is asked too.");
        }
        if (UI.getCurrent()
                .getInternals()
                .getRouter()
                .resolveNavigationTarget(new Location(address))
                .isEmpty()) {
            throw new AssertionError(address + " leads to no view");
        }
        return address;
    }

    private static Stream<String> templates() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .flatMap(route -> Stream.<RouteBaseData<?>>concat(Stream.of(route), route.getRouteAliases().stream()))
                .map(RouteBaseData::getTemplate);
    }
}
