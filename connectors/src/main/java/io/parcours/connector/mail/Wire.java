package io.parcours.connector.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/** Makes the socket of one connection, so that it can be cut from outside whatever it waits for; TLS goes over it. */
final class Wire extends SocketFactory {

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

    /** How long one read may take from now on. */
    void patience(Duration longest) {
        for (Socket socket : sockets) {
            try {
                socket.setSoTimeout(Math.toIntExact(longest.toMillis()));
            } catch (IOException closed) {
                // Whoever reads next learns it.
            }
        }
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

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }
}
