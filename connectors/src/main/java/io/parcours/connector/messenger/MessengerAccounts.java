package io.parcours.connector.messenger;

import java.util.List;

/** Where accounts come from beside the configuration and single beans; asked once, when the routes are made. */
public interface MessengerAccounts {

    List<MessengerAccount> all();
}
