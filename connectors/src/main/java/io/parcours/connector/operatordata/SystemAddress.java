package io.parcours.connector.operatordata;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as an operator's administrator types it. A driver takes parameters that load classes, run statements and read or
 * write files: only a few harmless ones pass, and what is handed on is put together anew from the parts that were understood.
 *
 * @param url what the system is opened by
 * @param port the usual one of its kind where none was named
 * @param database null for a web service
 */
record SystemAddress(String url, String host, int port, String database) {

    private static final String FIELD = "url";
    private static final Pattern SQL = Pattern.compile("jdbc:(postgresql|mariadb)://"
            + "([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])"
            + "(?::(\\d{1,5}))?/([A-Za-z0-9_][A-Za-z0-9_.$-]{0,62})(?:\\?(.*))?");
    private static final Pattern LOGIN = Pattern.compile("(?i).*([?&;](user|password|pwd)=|@).*");
    private static final Pattern YES_OR_NO = Pattern.compile("true|false");
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d?");
    private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{2,4}");

    /** As each driver spells them, and what each may be. */
    private static final Map<String, Map<String, Pattern>> HARMLESS = Map.of(
            "postgresql",
            Map.of(
                    "ssl", YES_OR_NO,
                    "sslmode", Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
                    "ApplicationName", Pattern.compile("[A-Za-z0-9._-]{1,60}"),
                    "connectTimeout", SECONDS,
                    "socketTimeout", SECONDS),
            "mariadb",
            Map.of(
                    "useSsl", YES_OR_NO,
                    "sslMode", Pattern.compile("disable|trust|verify-ca|verify-full"),
                    "connectTimeout", MILLISECONDS,
                    "socketTimeout", MILLISECONDS));

    /** @throws WrongValue saying what is wrong, without repeating it: somebody may have put a password there */
    static SystemAddress of(String typed) {
        require(!LOGIN.matcher(typed).matches(), Problem.of("account.addressLogin"));
        return typed.startsWith("jdbc:") ? sql(typed) : web(typed);
    }

    boolean sql() {
        return database != null;
    }

    /** Whether secrets that are meant for one are meant for the other. */
    boolean sameServer(SystemAddress other) {
        String scheme = url.substring(0, url.indexOf("://"));
        return other.url.startsWith(scheme + "://") && host.equalsIgnoreCase(other.host) && port == other.port;
    }

    private static SystemAddress sql(String typed) {
        Matcher parts = SQL.matcher(typed);
        require(parts.matches(), Problem.of("account.systemAddress"));
        String kind = parts.group(1);
        int usual = kind.equals("mariadb") ? 3306 : 5432;
        int port = parts.group(3) == null ? usual : Integer.parseInt(parts.group(3));
        require(port > 0 && port < 65_536, Problem.of("account.systemAddress"));
        String parameters = parts.group(5) == null || parts.group(5).isEmpty() ? "" : parameters(kind, parts.group(5));
        String host = parts.group(2);
        String database = parts.group(4);
        String url = "jdbc:" + kind + "://" + host + ":" + port + "/" + database + parameters;
        return new SystemAddress(url, bare(host), port, database);
    }

    private static String parameters(String kind, String typed) {
        Map<String, Pattern> harmless = HARMLESS.get(kind);
        StringBuilder kept = new StringBuilder();
        Set<String> seen = new TreeSet<>();
        for (String each : typed.split("&", -1)) {
            String[] parts = each.split("=", 2);
            // The one driver minds the case of letters, the other does not.
            String name = harmless.keySet().stream()
                    .filter(parts[0]::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> wrong(Problem.of(
                            "account.systemParameter", String.join(", ", new TreeSet<>(harmless.keySet())))));
            boolean fits =
                    parts.length == 2 && harmless.get(name).matcher(parts[1]).matches();
            require(fits && seen.add(name), Problem.of("account.systemParameterValue", name));
            kept.append(kept.isEmpty() ? "?" : "&").append(name).append('=').append(parts[1]);
        }
        return kept.toString();
    }

    private static SystemAddress web(String typed) {
        try {
            URI uri = new URI(typed);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            require(scheme.matches("https?") && uri.getHost() != null, Problem.of("account.systemAddress"));
            require(uri.getRawQuery() == null && uri.getRawFragment() == null, Problem.of("account.systemEnd"));
            int usual = scheme.equals("https") ? 443 : 80;
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            require(port > 0 && port < 65_536, Problem.of("account.systemAddress"));
            String path = uri.getRawPath().replaceFirst("/+$", "");
            return new SystemAddress(scheme + "://" + uri.getRawAuthority() + path, bare(uri.getHost()), port, null);
        } catch (URISyntaxException unreadable) {
            throw wrong(Problem.of("account.encoded"));
        }
    }

    /** An address of IPv6 without its brackets. */
    private static String bare(String host) {
        return host.replaceAll("[\\[\\]]", "");
    }

    private static void require(boolean met, Problem otherwise) {
        if (!met) {
            throw wrong(otherwise);
        }
    }

    private static WrongValue wrong(Problem problem) {
        return new WrongValue("Not an operator's system: ", problem, FIELD);
    }
}
