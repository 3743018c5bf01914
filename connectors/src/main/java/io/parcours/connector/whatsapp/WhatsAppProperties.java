package io.parcours.connector.whatsapp;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Accounts named in the configuration, {@code parcours.whatsapp.accounts[0].tenant} and so on. */
@ConfigurationProperties("parcours.whatsapp")
record WhatsAppProperties(@DefaultValue List<Account> accounts) {

    /** The token, the app secret and the verify token are secrets, to be taken from the environment. */
    record Account(
            String tenant,
            String name,
            String url,
            String apiVersion,
            String phoneNumberId,
            String businessAccountId,
            String token,
            String appSecret,
            String verifyToken,
            WhatsAppOptions options) {

        WhatsAppAccount toAccount() {
            return new WhatsAppAccount(
                    tenant,
                    name,
                    url,
                    apiVersion,
                    phoneNumberId,
                    businessAccountId,
                    token,
                    appSecret,
                    verifyToken,
                    options);
        }

        @Override
        public String toString() {
            return "Account[" + tenant + "/" + name + "]";
        }
    }
}
