package io.parcours.connector.telegram;

import java.util.List;

/** Where accounts come from beside the configuration and single beans; asked once, when the routes are made. */
public interface TelegramAccounts {

    List<TelegramAccount> all();
}
