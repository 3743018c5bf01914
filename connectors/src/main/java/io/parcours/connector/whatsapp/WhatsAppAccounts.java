package io.parcours.connector.whatsapp;

import java.util.List;

/** Where accounts come from beside the configuration and single beans; asked once, when the routes are made. */
public interface WhatsAppAccounts {

    List<WhatsAppAccount> all();
}
