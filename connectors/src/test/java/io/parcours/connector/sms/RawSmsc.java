package io.parcours.connector.sms;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A message centre of a few lines over a bare socket: sends any octets, and sees the octets that come back. */
final class RawSmsc implements AutoCloseable {

    static final int DELIVER_SM_RESP = 0x80000005;
    static final int GENERIC_NACK = 0x80000000;
    private static final int BIND_TRANSCEIVER = 0x00000009;
    private static final Map<Integer, Integer> ANSWERS =
            Map.of(BIND_TRANSCEIVER, 0x80000009, 0x00000006, 0x80000006, 0x00000015, 0x80000015);

    private final ServerSocket server;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger binds = new AtomicInteger();
    private volatile boolean deaf;
    private volatile Socket client;

    record Answer(int command, int status, int sequence) {}

    RawSmsc() {
        try {
            server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread thread = new Thread(this::serve, "raw-smsc");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "smpp://parcours:secret@127.0.0.1:" + server.getLocalPort();
    }

    void send(byte[] pdu) {
        try {
            synchronized (this) {
                // One call: the other end may have closed, and our reader with it, before a second one.
                client.getOutputStream().write(pdu);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether it hears nothing any more, its connection staying open. */
    void deaf(boolean now) {
        deaf = now;
    }

    int binds() {
        return binds.get();
    }

    Answer answer() throws InterruptedException {
        return answers.poll(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket accepted = server.accept()) {
                client = accepted;
                DataInputStream in = new DataInputStream(accepted.getInputStream());
                while (true) {
                    handle(in);
                }
            } catch (IOException gone) {
                // The next connection, or the end.
            }
        }
    }

    private void handle(DataInputStream in) throws IOException {
        byte[] rest = new byte[in.readInt() - 4];
        in.readFully(rest);
        ByteBuffer header = ByteBuffer.wrap(rest);
        Answer pdu = new Answer(header.getInt(), header.getInt(), header.getInt());
        Integer response = ANSWERS.get(pdu.command());
        if (response == null) {
            answers.add(pdu);
            return;
        }
        if (deaf) {
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (pdu.command() == BIND_TRANSCEIVER) {
            binds.incrementAndGet();
            body.writeBytes(new byte[] {'r', 'a', 'w', 0});
        }
        int length = 16 + body.size();
        send(ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(response)
                .putInt(0)
                .putInt(pdu.sequence())
                .put(body.toByteArray())
                .array());
    }
}
