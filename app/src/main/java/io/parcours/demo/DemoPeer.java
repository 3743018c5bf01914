package io.parcours.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.core.env.Environment;

/** What the demo's simulated providers and its platform tell each other. */
final class DemoPeer {

    private DemoPeer() {}

    /** Made anew at each start. */
    static String secret() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Where the platform's webhooks of a channel are, before the account's name; known once it is up. */
    static String webhooks(Environment environment, String channel) {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port")
                + environment.getProperty("server.servlet.context-path", "") + "/webhooks/" + channel + "/";
    }
}
