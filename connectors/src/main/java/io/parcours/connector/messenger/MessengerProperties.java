package io.parcours.connector.messenger;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Accounts named in the configuration, {@code parcours.messenger.accounts[0].tenant} and so on. */
@ConfigurationProperties("parcours.messenger")
record MessengerProperties(@DefaultValue List<Account> accounts) {

    /** The token, the app secret and the verify token are secrets, to be taken from the environment. */
    record Account(
            String tenant,
            String name,
            String url,
            String apiVersion,
            String pageId,
            String token,
            String appSecret,
            String verifyToken,
            MessengerOptions options) {

        MessengerAccount toAccount() {
            return new MessengerAccount(tenant, name, url, apiVersion, pageId, token, appSecret, verifyToken, options);
        }

        @Override
        public String toString() {
            return "Account[" + tenant + "/" + name + "]";
        }
    }
}
