package io.parcours.connector.sms;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Accounts named in the configuration, {@code parcours.sms.accounts[0].tenant} and so on. */
@ConfigurationProperties("parcours.sms")
record SmsProperties(@DefaultValue List<Account> accounts) {

    /**
     * @param url {@code smpp://systemId:password@host:port}; a secret, to be taken from the environment
     * @param region ISO code of the country of numbers written without one; may be left out
     */
    record Account(String tenant, String name, String url, String sender, String region, SmsOptions options) {

        SmsAccount toAccount() {
            return SmsAccount.of(tenant, name, url, sender, region)
                    .with(options == null ? SmsOptions.defaults() : options);
        }

        @Override
        public String toString() {
            return "Account[" + tenant + "/" + name + "]";
        }
    }
}
