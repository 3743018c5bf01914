package io.parcours.connector.telephony;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts named in the configuration, {@code parcours.voice.accounts[0].tenant} and so on.
 *
 * @param recordings folder with recorded prompts, {@code <code>_<language>.wav}; null where there are none
 * @param cache folder for spoken prompts; a temporary one where null
 */
@ConfigurationProperties("parcours.voice")
record VoiceProperties(@DefaultValue List<Account> accounts, Path recordings, Path cache) {

    /** The password is a secret, to be taken from the environment. */
    record Account(
            String tenant,
            String name,
            String url,
            String user,
            String password,
            String application,
            String trunk,
            String number,
            String region,
            String language,
            String mediaUrl,
            VoiceOptions options) {

        VoiceAccount toAccount() {
            return new VoiceAccount(
                    tenant, name, url, user, password, application, trunk, number, region, language, mediaUrl, options);
        }

        @Override
        public String toString() {
            return "Account[" + tenant + "/" + name + "]";
        }
    }
}
