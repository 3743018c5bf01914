package io.parcours.connector.telegram;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Accounts named in the configuration, {@code parcours.telegram.accounts[0].tenant} and so on. */
@ConfigurationProperties("parcours.telegram")
record TelegramProperties(@DefaultValue List<Account> accounts) {

    /** The token and the secret token are secrets, to be taken from the environment. */
    record Account(
            String tenant,
            String name,
            String url,
            String token,
            String secretToken,
            String botName,
            boolean polling,
            TelegramOptions options) {

        TelegramAccount toAccount() {
            return new TelegramAccount(tenant, name, url, token, secretToken, botName, polling, options);
        }

        @Override
        public String toString() {
            return "Account[" + tenant + "/" + name + "]";
        }
    }
}
