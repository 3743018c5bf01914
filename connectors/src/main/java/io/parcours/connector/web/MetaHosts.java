package io.parcours.connector.web;

import io.parcours.media.NotFetched;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where files of Meta's are fetched: at Meta, or where the account itself is told to be. An address comes from outside. */
public final class MetaHosts {

    private static final List<String> META =
            List.of(".fbcdn.net", ".fbsbx.com", ".facebook.com", ".whatsapp.net", ".cdninstagram.com");

    private MetaHosts() {}

    /**
     * @param accountUrl where the account's API is
     * @throws NotFetched where nothing is fetched from there
     */
    public static URI checked(String address, String accountUrl) {
        URI uri = uri(address);
        URI own = uri(accountUrl);
        boolean told = own.getScheme().equalsIgnoreCase(String.valueOf(uri.getScheme()))
                && String.valueOf(own.getAuthority()).equalsIgnoreCase(uri.getAuthority());
        if (!told && !isMetas(uri)) {
            throw elsewhere("It lies neither at Meta nor where the account is");
        }
        return uri;
    }

    private static boolean isMetas(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean named = "https".equalsIgnoreCase(uri.getScheme())
                && uri.getUserInfo() == null
                && (uri.getPort() == -1 || uri.getPort() == 443)
                && META.stream().anyMatch(host::endsWith);
        return named && isPublic(host);
    }

    private static boolean isPublic(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(MetaHosts::isPublic);
        } catch (UnknownHostException unknown) {
            throw new NotFetched(NotFetched.Reason.UNREACHABLE, "Its host is not known");
        }
    }

    /** Whoever has our resolver's ear could name one of our own machines. */
    static boolean isPublic(InetAddress at) {
        byte[] octets = at.getAddress();
        boolean unique = octets.length == 16 && (octets[0] & 0xfe) == 0xfc;
        // RFC 6598: between a carrier and its customers, and where some clouds answer about themselves.
        boolean shared = octets.length == 4 && octets[0] == 100 && (octets[1] & 0xc0) == 64;
        return !(at.isLoopbackAddress()
                || at.isAnyLocalAddress()
                || at.isLinkLocalAddress()
                || at.isSiteLocalAddress()
                || unique
                || shared);
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException unreadable) {
            throw elsewhere("Its address cannot be read");
        }
    }

    private static NotFetched elsewhere(String detail) {
        return new NotFetched(NotFetched.Reason.PLACE, detail);
    }
}
