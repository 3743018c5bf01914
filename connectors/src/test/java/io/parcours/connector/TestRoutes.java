package io.parcours.connector;

import org.apache.camel.CamelContext;

/** Lets tests of single connectors have accounts that come and go. */
public final class TestRoutes {

    private TestRoutes() {}

    public static AccountRoutes on(CamelContext camel) {
        return new AccountRoutes(camel);
    }
}
