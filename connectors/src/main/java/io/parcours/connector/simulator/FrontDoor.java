package io.parcours.connector.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** Accepts connections and has each one greeted on a thread of its own. */
final class FrontDoor implements AutoCloseable {

    private static final int CONCURRENT_SUBMISSIONS = 30;

    private final ServerSocket socket;
    private final Bindings bindings;
    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread daemon = new Thread(work, "smsc-front-door");
        daemon.setDaemon(true);
        return daemon;
    });

    FrontDoor(ServerSocket socket, Bindings bindings, ServerMessageReceiverListener submissions) {
        this.socket = socket;
        this.bindings = bindings;
        this.listener = listening(socket);
        listener.setPduProcessorDegree(CONCURRENT_SUBMISSIONS);
        listener.setMessageReceiverListener(submissions);
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                threads.execute(() -> bindings.greet(session));
            } catch (IOException | RuntimeException closedOrGone) {
                // The loop's condition tells which of the two.
            }
        }
    }

    private static SMPPServerSessionListener listening(ServerSocket socket) {
        ServerConnection connection = new ServerSocketConnection(socket);
        try {
            return new SMPPServerSessionListener(socket.getLocalPort(), new Existing(connection));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** jSMPP would listen on every interface, and keep the port to itself. */
    private record Existing(ServerConnection connection) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return connection;
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return connection;
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return connection;
        }
    }
}
