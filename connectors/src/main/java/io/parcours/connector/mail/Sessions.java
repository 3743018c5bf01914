package io.parcours.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;

/** What Jakarta Mail is told of an account's two servers. */
final class Sessions {

    /** Fetched at once of a mail: one question a megabyte instead of sixty-four. */
    private static final int FETCHED = 1024 * 1024;

    private Sessions() {}

    static Session submission(MailAccount account, Wire wire) {
        MailServer server = account.submission();
        Properties properties = common(server, account.options(), wire);
        String prefix = prefix(server);
        properties.setProperty(prefix + "from", account.address());
        // Otherwise it would ask the name service who we are, each time.
        properties.setProperty(prefix + "localhost", account.domain());
        properties.setProperty(prefix + "quitwait", "false");
        return Session.getInstance(properties);
    }

    /** @throws MessagingException where the mailbox cannot be reached or does not let us in */
    static IMAPStore login(MailAccount account, Wire wire) throws MessagingException {
        MailServer server = account.mailbox();
        IMAPStore store = (IMAPStore) mailbox(account, wire).getStore(server.protocol());
        store.connect(server.host(), server.port(), server.user(), server.password());
        return store;
    }

    static Session mailbox(MailAccount account, Wire wire) {
        MailServer server = account.mailbox();
        Properties properties = common(server, account.options(), wire);
        // To look at a mail is not yet to have stored it.
        properties.setProperty(prefix(server) + "peek", "true");
        properties.setProperty(prefix(server) + "fetchsize", String.valueOf(FETCHED));
        return Session.getInstance(properties);
    }

    private static Properties common(MailServer server, MailOptions options, Wire wire) {
        String prefix = prefix(server);
        Properties properties = new Properties();
        properties.setProperty(prefix + "auth", "true");
        properties.setProperty(
                prefix + "connectiontimeout",
                String.valueOf(options.connectTimeout().toMillis()));
        properties.setProperty(
                prefix + "timeout", String.valueOf(options.responseTimeout().toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (!server.tls()) {
            boolean plain = options.allowPlain() || server.here();
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", String.valueOf(!plain));
        }
        properties.put(prefix + "socketFactory", wire);
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        return properties;
    }

    private static String prefix(MailServer server) {
        return "mail." + server.protocol() + ".";
    }
}
