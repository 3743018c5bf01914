package io.parcours.connector.web;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
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
    public void require(boolean met, Problem otherwise) {
        if (!met) {
            throw wrong(otherwise);
        }
    }

    public void owner(String tenant, String name) {
        require(present(tenant), Problem.of("account.tenant"));
        require(matches(NAME, name), Problem.of("account.name"));
    }

    /** What Meta gives an app. */
    public void secrets(String token, String appSecret, String verifyToken) {
        require(matches(HEADER, token), Problem.of("account.token"));
        require(present(appSecret), Problem.of("account.appSecret"));
        require(present(verifyToken), Problem.of("account.verifyToken"));
    }

    /** @return the version; the usual one where blank */
    public String version(String version, String usual) {
        String chosen = present(version) ? version.strip() : usual;
        require(matches(VERSION, chosen), Problem.of("account.version", usual));
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
                    Problem.of("account.address"));
            require(uri.getUserInfo() == null, Problem.of("account.addressLogin"));
            require(uri.getQuery() == null && uri.getFragment() == null, Problem.of("account.addressEnd"));
            return uri.toString().replaceFirst("/+$", "");
        } catch (URISyntaxException unreadable) {
            // The exception would repeat the address, and with it what somebody put there by mistake.
            throw wrong(Problem.of("account.encoded"));
        }
    }

    public static boolean present(String value) {
        return value != null && !value.isBlank();
    }

    public static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private WrongValue wrong(Problem reason) {
        return new WrongValue("Not a " + whose + " account: ", reason);
    }
}
