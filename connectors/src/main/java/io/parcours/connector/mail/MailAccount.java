package io.parcours.connector.mail;

import io.parcours.connector.web.AccountCheck;
import io.parcours.connector.web.WebAccount;
import io.parcours.connector.web.WebOptions;
import io.parcours.conversation.Problem;

/**
 * One tenant's mailbox, by which it sends and is written to.
 *
 * @param name as contact points and messages name it; unique over all tenants
 * @param smtp where mail is handed in: {@code smtp://user:password@host:port}, {@code smtps} for TLS from the start
 * @param imap where mail is read: {@code imap://user:password@host:port}, {@code imaps} for TLS from the start
 * @param address what subscribers see and answer to
 * @param sender the name beside the address, the operator's own; the address where blank
 */
public record MailAccount(
        String tenant, String name, String smtp, String imap, String address, String sender, MailOptions options)
        implements WebAccount {

    static final AccountCheck CHECK = new AccountCheck("mail");

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    public MailAccount {
        CHECK.owner(tenant, name);
        MailServer.of("smtp", smtp);
        MailServer.of("imap", imap);
        CHECK.require(Address.of(address).isPresent(), Problem.of("account.mailAddress"));
        address = Address.of(address).get();
        sender = AccountCheck.present(sender) ? sender.strip() : address;
        CHECK.require(sender.chars().noneMatch(Character::isISOControl), Problem.of("account.senderLine"));
        options = options == null ? MailOptions.defaults() : options;
    }

    /** With the options' defaults. */
    public static MailAccount of(String tenant, String name, String smtp, String imap, String address, String sender) {
        return new MailAccount(tenant, name, smtp, imap, address, sender, null);
    }

    public MailAccount with(MailOptions chosen) {
        return new MailAccount(tenant, name, smtp, imap, address, sender, chosen);
    }

    MailServer submission() {
        return MailServer.of("smtp", smtp);
    }

    MailServer mailbox() {
        return MailServer.of("imap", imap);
    }

    /** What stands behind the at sign, here and in the ids of what is sent. */
    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** Two accounts that read one mailbox would each take the other's mail. */
    @Override
    public String identity() {
        return mailbox().address() + " " + mailbox().user();
    }

    @Override
    public WebOptions web() {
        return options.web();
    }

    @Override
    public String toString() {
        return "MailAccount[" + tenant + "/" + name + ", " + address + " at " + submission() + " and " + mailbox()
                + "]";
    }
}
