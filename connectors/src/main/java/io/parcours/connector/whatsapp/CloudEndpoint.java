package io.parcours.connector.whatsapp;

import org.apache.camel.Component;
import org.apache.camel.component.whatsapp.WhatsAppConfiguration;
import org.apache.camel.component.whatsapp.WhatsAppEndpoint;

/**
 * The Cloud API for one account's route. The endpoint, its producer and the messages are Camel's; the calls are ours
 * ({@link CloudApi}), since those of camel-whatsapp 4.14 have no timeout, leave the sender waiting for ever where no
 * connection is made, and log every answer with its telephone number.
 */
final class CloudEndpoint extends WhatsAppEndpoint {

    CloudEndpoint(Component component, WhatsAppLine line) {
        super(
                "whatsapp:" + line.account().tenant() + "-" + line.account().name(),
                component,
                configuration(line.account()),
                null);
        setWhatsappService(line.api());
    }

    /** Without the token: the configuration would print it. */
    private static WhatsAppConfiguration configuration(WhatsAppAccount account) {
        WhatsAppConfiguration configuration = new WhatsAppConfiguration();
        configuration.setBaseUri(account.url());
        configuration.setApiVersion(account.apiVersion());
        configuration.setPhoneNumberId(account.phoneNumberId());
        return configuration;
    }
}
