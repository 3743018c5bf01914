package io.parcours.connector.sms;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * One tenant's account at a message centre (SMSC).
 *
 * @param name as contact points and messages name it, such as {@code demo}; unique within the tenant
 * @param tls whether the connection is encrypted ({@code smpps})
 * @param sender what subscribers see and answer to: a short number, an MSISDN with its plus sign, or a name
 * @param region where numbers written without a country code belong, as an ISO code such as {@code BJ}; null where
 * unknown
 */
public record SmsAccount(
        String tenant,
        String name,
        String host,
        int port,
        boolean tls,
        String systemId,
        String password,
        String sender,
        String region,
        SmsOptions options) {

    static final int DEFAULT_PORT = 2775;
    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;

    public SmsAccount {
        require(present(tenant) && present(name), Problem.of("account.tenant"));
        require(present(host) && port > 0 && port < 65536, Problem.of("account.host"));
        require(present(systemId) && systemId.length() <= LONGEST_SYSTEM_ID, Problem.of("account.systemId"));
        require(password != null && password.length() <= LONGEST_PASSWORD, Problem.of("account.smppPassword"));
        require(present(sender), Problem.of("account.sender"));
        options = options == null ? SmsOptions.defaults() : options;
    }

    /**
     * @param url {@code smpp://systemId:password@host:port}, {@code smpps} for TLS; the port may be left out (2775)
     * @throws IllegalArgumentException saying what is wrong with it, without repeating its password
     */
    public static SmsAccount of(String tenant, String name, String url, String sender, String region) {
        URI uri = parse(url);
        String[] user = String.valueOf(uri.getUserInfo()).split(":", 2);
        require(uri.getUserInfo() != null && user.length == 2, Problem.of("account.smppLogin"));
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        boolean tls = "smpps".equalsIgnoreCase(uri.getScheme());
        return new SmsAccount(
                tenant, name, uri.getHost(), port, tls, user[0], user[1], sender, region, SmsOptions.defaults());
    }

    public SmsAccount with(SmsOptions chosen) {
        return new SmsAccount(tenant, name, host, port, tls, systemId, password, sender, region, chosen);
    }

    /** Where the message centre is, fit for a log. */
    public String address() {
        return (tls ? "smpps://" : "smpp://") + systemId + "@" + host + ":" + port;
    }

    @Override
    public String toString() {
        return "SmsAccount[" + tenant + "/" + name + " at " + address() + "]";
    }

    private static URI parse(String url) {
        require(present(url), Problem.of("account.smppMissing"));
        try {
            URI uri = new URI(url.strip());
            require(String.valueOf(uri.getScheme()).matches("(?i)smpps?"), Problem.of("account.smppScheme"));
            require(uri.getHost() != null, Problem.of("account.smppHost"));
            return uri;
        } catch (URISyntaxException unreadable) {
            // The exception would repeat the whole address, password and all.
            throw wrong(Problem.of("account.encoded"));
        }
    }

    private static boolean present(String value) {
        return value != null && !value.isBlank();
    }

    private static void require(boolean met, Problem otherwise) {
        if (!met) {
            throw wrong(otherwise);
        }
    }

    private static WrongValue wrong(Problem reason) {
        return new WrongValue("Not an SMS account (smpp://systemId:password@host:port): ", reason);
    }
}
