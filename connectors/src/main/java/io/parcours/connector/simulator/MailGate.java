package io.parcours.connector.simulator;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands on loopback before a mail server, so that what passes can be seen, answered otherwise, or cut. */
abstract class MailGate implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket door;
    private final int serverPort;
    private final String name;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param port 0 for a free one */
    MailGate(String name, int port, int serverPort) {
        this.name = name;
        this.serverPort = serverPort;
        try {
            door = new ServerSocket(port, BACKLOG, loopback());
        } catch (IOException taken) {
            throw new UncheckedIOException("The simulated " + name + " server cannot listen on port " + port, taken);
        }
    }

    /** Whether nobody is let in now. */
    abstract boolean shut();

    /** Passes on what client and server say, until one of them leaves. */
    abstract void pass(Socket client, Socket server) throws IOException;

    void start() {
        daemon(name + "-gate", this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whether anybody is there now. */
    boolean visited() {
        return !open.isEmpty();
    }

    /** Closes every connection without a word; clients may come again. */
    void dropAll() {
        open.forEach(MailGate::closed);
        open.clear();
    }

    @Override
    public void close() {
        closed(door);
        dropAll();
    }

    /** The next line with its end, octet for octet; empty at the end of the stream. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    static byte[] octets(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    static void closed(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyGone) {
            // As wanted.
        }
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (shut()) {
                    closed(client);
                } else {
                    daemon(name + "-line", () -> serve(client));
                }
            } catch (IOException closing) {
                // The loop ends with the door.
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket server = new Socket(loopback(), serverPort)) {
            open.add(server);
            pass(client, server);
            open.remove(server);
        } catch (IOException left) {
            // One of them has left: so does the other.
        } finally {
            open.remove(client);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }
}
