package io.parcours.connector.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/** Makes the socket of one connection, so that it can be cut from outside whatever it waits for; TLS goes over it. */
final class Wire extends SocketFactory {

    /** One thread for all accounts, since it only ever closes sockets. */
    private static final ScheduledExecutorService DEADLINES = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "email-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        if (cut) {
            socket.close();
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    /** Ends the connection without a word, and whatever would be made after it. */
    void cut() {
        cut = true;
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // As wanted.
            }
        }
    }

    /** The same, after so long; cancelled where it is no longer wanted. */
    ScheduledFuture<?> cutAfter(Duration pause) {
        return DEADLINES.schedule(this::cut, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }
}
