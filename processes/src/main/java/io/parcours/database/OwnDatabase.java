package io.parcours.database;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Where our own database is, for whoever must not lead anybody there. */
public final class OwnDatabase {

    private final List<String> hosts;
    private final List<String> ports;
    private final String name;

    /** @param url as the driver takes it: several servers, or none named for this machine */
    OwnDatabase(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            throw new DatabaseUnavailable("The address of the database is no address of a PostgreSQL.");
        }
        hosts = parts(PGProperty.PG_HOST.getOrDefault(parts));
        ports = parts(PGProperty.PG_PORT.getOrDefault(parts));
        name = PGProperty.PG_DBNAME.getOrDefault(parts);
    }

    /** Whether that is our database, by whatever name of its server. One that nobody can look up is not. */
    public boolean isAt(String host, int port, String database) {
        if (name != null && !name.equals(database)) {
            return false;
        }
        for (int i = 0; i < hosts.size(); i++) {
            String at = ports.get(Math.min(i, ports.size() - 1));
            if (at.equals(String.valueOf(port)) && same(hosts.get(i), host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String ours, String theirs) {
        if (ours.equalsIgnoreCase(theirs)) {
            return true;
        }
        List<InetAddress> here = addresses(ours);
        List<InetAddress> there = addresses(theirs);
        boolean bothThisMachine = here.stream().anyMatch(OwnDatabase::ofThisMachine)
                && there.stream().anyMatch(OwnDatabase::ofThisMachine);
        return bothThisMachine || here.stream().anyMatch(there::contains);
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException nowhere) {
            return List.of();
        }
    }

    private static boolean ofThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
