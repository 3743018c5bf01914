package io.parcours.connector.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Checks what an account was configured with, in sentences that repeat no secret. */
public final class AccountCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");
    private static final Pattern HEADER = Pattern.compile("[\\x21-\\x7e]+");

    private final String whose;

    /** @param whose as sentences name the account's provider */
    public AccountCheck(String whose) {
        this.whose = whose;
    }

    /** @throws IllegalArgumentException where it is not met */
    public void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(wrong(otherwise));
        }
    }

    public void owner(String tenant, String name) {
        require(present(tenant), "it needs a tenant");
        require(matches(NAME, name), "its name, a part of an address, has letters, digits, dots and hyphens");
    }

    /** What Meta gives an app. */
    public void secrets(String token, String appSecret, String verifyToken) {
        require(matches(HEADER, token), "it needs an access token, which has no spaces");
        require(present(appSecret), "it needs the app secret, without which nobody could tell Meta's word");
        require(present(verifyToken), "it needs a verify token for the handshake");
    }

    /** @return the version; the usual one where blank */
    public String version(String version, String usual) {
        String chosen = present(version) ? version.strip() : usual;
        require(matches(VERSION, chosen), "the API's version is written like " + usual);
        return chosen;
    }

    /** @return the address without a slash at its end; the usual one where blank */
    public String url(String url, String usual) {
        if (!present(url)) {
            return usual;
        }
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

    public static boolean present(String value) {
        return value != null && !value.isBlank();
    }

    public static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private String wrong(String reason) {
        return "Not a " + whose + " account: " + reason;
    }
}
