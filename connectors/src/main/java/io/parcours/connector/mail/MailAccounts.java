package io.parcours.connector.mail;

import java.util.List;

/** Where accounts come from beside the configuration and single beans; asked once, when the channel is made. */
public interface MailAccounts {

    List<MailAccount> all();
}
