package io.parcours.connector.operatordata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of a tenant's own systems: a database ({@code jdbc:…}) or a web service ({@code https://…}).
 *
 * @param name as operations are named with it, {@code billing.balance}; unique for the tenant
 * @param url without credentials
 * @param user of the database, or for HTTP's basic authentication; null for none
 * @param password its password, or without a user the bearer token of a web service
 * @param headers what else a web service wants with each call, such as an API key
 * @param operations the name of the file that describes its operations; the connection's name where blank
 */
public record OperatorConnection(
        String tenant,
        String name,
        String url,
        String user,
        String password,
        Map<String, String> headers,
        String operations,
        OperatorOptions options) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]+");
    /** As a parameter, or as some drivers have it: {@code thin:user/password@host}, {@code //user:password@host}. */
    private static final Pattern SECRET_IN_URL =
            Pattern.compile("(?i).*[?&;](user|password|pwd|token)=.*|jdbc:[^?;]*[^:]@.*");

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    public OperatorConnection {
        require(present(tenant), "it needs a tenant");
        require(name != null && NAME.matcher(name).matches(), "its name has small letters, digits and hyphens");
        require(present(url), "it needs an address, jdbc:… or https://…");
        url = url.strip();
        require(!SECRET_IN_URL.matcher(url).matches(), "its address holds no user and password");
        if (!url.startsWith("jdbc:")) {
            url = web(url);
        }
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        headers.forEach((header, value) -> require(
                HEADER_NAME.matcher(header).matches()
                        && HEADER_VALUE.matcher(value).matches(),
                "a header is a name and a line of plain characters"));
        operations = present(operations) ? operations.strip() : name;
        require(NAME.matcher(operations).matches(), "its file of operations is named without folder and ending");
        options = options == null ? OperatorOptions.defaults() : options;
    }

    public static OperatorConnection of(String tenant, String name, String url, String user, String password) {
        return new OperatorConnection(tenant, name, url, user, password, null, null, null);
    }

    public OperatorConnection with(OperatorOptions chosen) {
        return new OperatorConnection(tenant, name, url, user, password, headers, operations, chosen);
    }

    public OperatorConnection describedBy(String file) {
        return new OperatorConnection(tenant, name, url, user, password, headers, file, options);
    }

    /** Whether a file of operations may be called so, its ending aside. */
    static boolean isFileName(String name) {
        return NAME.matcher(name).matches();
    }

    boolean sql() {
        return url.startsWith("jdbc:");
    }

    /** Without what stands behind a question mark, fit for a log. */
    String address() {
        return url.replaceFirst("[?;].*", "");
    }

    @Override
    public String toString() {
        return "OperatorConnection[" + tenant + "/" + name + " at " + address() + "]";
    }

    private static String web(String url) {
        try {
            URI uri = new URI(url);
            require(
                    String.valueOf(uri.getScheme()).matches("(?i)https?") && uri.getHost() != null,
                    "its address begins with jdbc:, https:// (or http://) and names a host");
            require(uri.getUserInfo() == null, "its address holds no user and password");
            require(uri.getQuery() == null && uri.getFragment() == null, "its address ends before the paths");
            return uri.toString().replaceFirst("/+$", "");
        } catch (URISyntaxException unreadable) {
            // The exception would repeat the address, and with it what somebody put there by mistake.
            throw new IllegalArgumentException(wrong("a character in its address must be percent-encoded"));
        }
    }

    private static boolean present(String value) {
        return value != null && !value.isBlank();
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(wrong(otherwise));
        }
    }

    private static String wrong(String reason) {
        return "Not an operator's system: " + reason;
    }
}
