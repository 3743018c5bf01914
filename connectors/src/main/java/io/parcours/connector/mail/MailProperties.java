package io.parcours.connector.mail;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Accounts named in the configuration, {@code parcours.email.accounts[0].tenant} and so on. */
@ConfigurationProperties("parcours.email")
record MailProperties(@DefaultValue List<Account> accounts) {

    /** The servers' addresses hold passwords, to be taken from the environment. */
    record Account(
            String tenant, String name, String smtp, String imap, String address, String sender, MailOptions options) {

        MailAccount toAccount() {
            return new MailAccount(tenant, name, smtp, imap, address, sender, options);
        }

        @Override
        public String toString() {
            return "Account[" + tenant + "/" + name + "]";
        }
    }
}
