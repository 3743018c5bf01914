package io.parcours.connector.simulator;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The servers behind the doors: GreenMail's, with a mailbox for each operator, and for subscribers as mail comes for them. */
final class MailServers implements AutoCloseable {

    private static final String HERE = "127.0.0.1";

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HERE, ServerSetup.PROTOCOL_IMAP)
    });
    private final Collection<MailSimAccount> accounts;

    MailServers(Collection<MailSimAccount> accounts) {
        this.accounts = accounts;
        greenMail.start();
        accounts.forEach(account -> greenMail.setUser(account.address(), account.user(), account.password()));
    }

    int smtpPort() {
        return greenMail.getSmtp().getPort();
    }

    int imapPort() {
        return greenMail.getImap().getPort();
    }

    /** Puts a mail into the mailbox at once. @throws IllegalArgumentException where the mailbox cannot be */
    void deliver(String to, MimeMessage mail) {
        box(to).deliver(mail);
    }

    /** The ids of what is marked as seen in the operators' mailboxes. */
    Set<String> seen() {
        Set<String> seen = new HashSet<>();
        for (MailSimAccount account : accounts) {
            for (StoredMessage mail : inbox(account.address())) {
                try {
                    if (mail.isSet(Flag.SEEN) && mail.getMimeMessage().getMessageID() != null) {
                        seen.add(mail.getMimeMessage().getMessageID());
                    }
                } catch (MessagingException withoutId) {
                    // Nobody waits for it.
                }
            }
        }
        return seen;
    }

    /** Removes from the operators' mailboxes what is marked as seen. */
    void tidy() {
        for (MailSimAccount account : accounts) {
            for (StoredMessage mail : inbox(account.address())) {
                mail.setFlag(Flag.DELETED, mail.isSet(Flag.SEEN));
            }
            expunge(folder(account.address()));
        }
    }

    private static void expunge(MailFolder folder) {
        try {
            folder.expunge();
        } catch (FolderException impossible) {
            throw new IllegalStateException("What is deleted cannot be removed", impossible);
        }
    }

    /** A copy: mail comes in while one looks. */
    private Collection<StoredMessage> inbox(String address) {
        return new ArrayList<>(folder(address).getMessages());
    }

    private MailFolder folder(String address) {
        try {
            return greenMail.getManagers().getImapHostManager().getInbox(box(address));
        } catch (FolderException none) {
            throw new IllegalStateException("No mailbox " + address, none);
        }
    }

    private GreenMailUser box(String address) {
        String plain = address.toLowerCase(Locale.ROOT);
        GreenMailUser known = greenMail.getUserManager().getUserByEmail(plain);
        try {
            return known != null ? known : greenMail.getUserManager().createUser(plain, plain, plain);
        } catch (UserException impossible) {
            throw new IllegalArgumentException("No mailbox can be made for " + address, impossible);
        }
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
