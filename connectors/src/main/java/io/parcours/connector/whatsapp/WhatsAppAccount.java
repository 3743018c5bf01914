package io.parcours.connector.whatsapp;

import io.parcours.connector.web.MetaAccount;
import io.parcours.connector.web.WebOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * One tenant's business number at WhatsApp.
 *
 * @param name as contact points and messages name it and as the webhook's address ends; unique over all tenants
 * @param url what stands before the version in the Graph API's addresses; Meta's where blank
 * @param apiVersion such as {@code v23.0}, which is taken where blank
 * @param phoneNumberId Meta's id of the number, not the number itself
 * @param token the access token by which messages are sent
 * @param appSecret by which Meta signs what it sends us
 * @param verifyToken by which Meta, at the handshake, shows that it knows this account
 */
public record WhatsAppAccount(
        String tenant,
        String name,
        String url,
        String apiVersion,
        String phoneNumberId,
        String token,
        String appSecret,
        String verifyToken,
        WhatsAppOptions options)
        implements MetaAccount {

    private static final String META = "https://graph.facebook.com";
    private static final String VERSION = "v23.0";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern HEADER = Pattern.compile("[\\x21-\\x7e]+");

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    public WhatsAppAccount {
        require(present(tenant), "it needs a tenant");
        require(matches(NAME, name), "its name, a part of an address, has letters, digits, dots and hyphens");
        url = present(url) ? address(url) : META;
        apiVersion = present(apiVersion) ? apiVersion.strip() : VERSION;
        require(apiVersion.matches("v\\d{1,3}\\.\\d{1,2}"), "the API's version is written like " + VERSION);
        require(matches(ID, phoneNumberId), "it needs the phone number id, which is digits");
        require(matches(HEADER, token), "it needs an access token, which has no spaces");
        require(present(appSecret), "it needs the app secret, without which nobody could tell Meta's word");
        require(present(verifyToken), "it needs a verify token for the handshake");
        options = options == null ? WhatsAppOptions.defaults() : options;
    }

    /** Meta's own address and version, and the options' defaults. */
    public static WhatsAppAccount of(
            String tenant, String name, String phoneNumberId, String token, String appSecret, String verifyToken) {
        return new WhatsAppAccount(tenant, name, null, null, phoneNumberId, token, appSecret, verifyToken, null);
    }

    public WhatsAppAccount at(String otherUrl) {
        return new WhatsAppAccount(
                tenant, name, otherUrl, apiVersion, phoneNumberId, token, appSecret, verifyToken, options);
    }

    public WhatsAppAccount with(WhatsAppOptions chosen) {
        return new WhatsAppAccount(tenant, name, url, apiVersion, phoneNumberId, token, appSecret, verifyToken, chosen);
    }

    @Override
    public String identity() {
        return phoneNumberId;
    }

    @Override
    public WebOptions web() {
        return options.web();
    }

    /** The number in the Graph API, fit for a log. */
    @Override
    public String address() {
        return url + "/" + apiVersion + "/" + phoneNumberId;
    }

    @Override
    public String toString() {
        return "WhatsAppAccount[" + tenant + "/" + name + " at " + address() + "]";
    }

    private static String address(String url) {
        try {
            URI uri = new URI(url.strip());
            require(
                    String.valueOf(uri.getScheme()).matches("(?i)https?") && uri.getHost() != null,
                    "its address begins with https:// (or http://) and names a host");
            require(uri.getUserInfo() == null, "its address holds no user and password");
            require(uri.getQuery() == null && uri.getFragment() == null, "its address ends before the version");
            return uri.toString().replaceFirst("/+$", "");
        } catch (URISyntaxException unreadable) {
            // The exception would repeat the address, and with it what somebody put there by mistake.
            throw new IllegalArgumentException(wrong("a character in its address must be percent-encoded"));
        }
    }

    private static boolean present(String value) {
        return value != null && !value.isBlank();
    }

    private static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(wrong(otherwise));
        }
    }

    private static String wrong(String reason) {
        return "Not a WhatsApp account: " + reason;
    }
}
