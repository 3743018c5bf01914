package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between us and an exchange, changes nothing, and keeps what passes: commands with their answers, and events. */
final class AriWiretap implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LENGTH = Pattern.compile("content-length: *(\\d+)");
    private static final int TEXT = 1;

    final List<Command> commands = new CopyOnWriteArrayList<>();
    final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final int exchange;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "wiretap");
        thread.setDaemon(true);
        return thread;
    });

    /** @param query as it was sent, null where there is none; bodies are missing nodes where there are none */
    record Command(String method, String path, String query, JsonNode body, int status, JsonNode answer) {
        @Override
        public String toString() {
            return method + " " + path + (query == null ? "" : "?" + query) + " " + body;
        }
    }

    /** @param url of the exchange, on this machine */
    AriWiretap(String url) {
        exchange = URI.create(url).getPort();
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                // The loop's condition tells.
            }
        }
    }

    private void serve(Socket us) {
        try (us;
                Socket them = new Socket(InetAddress.getLoopbackAddress(), exchange)) {
            us.setTcpNoDelay(true);
            them.setTcpNoDelay(true);
            DataInputStream asked = new DataInputStream(new BufferedInputStream(us.getInputStream()));
            DataInputStream said = new DataInputStream(new BufferedInputStream(them.getInputStream()));
            String head;
            while ((head = head(asked)) != null) {
                byte[] body = asked.readNBytes(length(head));
                pass(them.getOutputStream(), head, body);
                String answered = head(said);
                if (answered == null) {
                    return;
                }
                byte[] answer = said.readNBytes(length(answered));
                keep(head, body, Integer.parseInt(answered.split(" ")[1]), answer);
                pass(us.getOutputStream(), answered, answer);
                if (answered.startsWith("HTTP/1.1 101")) {
                    threads.execute(() -> copy(asked, them));
                    frames(said, us.getOutputStream());
                }
            }
        } catch (IOException over) {
            // Either side ended it; both learn of it.
        }
    }

    private void keep(String head, byte[] body, int status, byte[] answer) throws IOException {
        String[] first = head.split(" ", 3);
        URI address = URI.create(first[1]);
        commands.add(
                new Command(first[0], address.getRawPath(), address.getRawQuery(), json(body), status, json(answer)));
    }

    private static JsonNode json(byte[] body) throws IOException {
        return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
    }

    /** Frames of the exchange are whole and unmasked. */
    private void frames(DataInputStream said, OutputStream out) throws IOException {
        while (true) {
            int opcode = said.readUnsignedByte();
            int mark = said.readUnsignedByte();
            byte[] more = said.readNBytes(mark == 127 ? 8 : mark == 126 ? 2 : 0);
            byte[] payload = said.readNBytes(
                    switch (mark) {
                        case 126 -> ByteBuffer.wrap(more).getShort() & 0xFFFF;
                        case 127 -> (int) ByteBuffer.wrap(more).getLong();
                        default -> mark;
                    });
            if ((opcode & 0x0F) == TEXT) {
                events.add(JSON.readTree(payload));
            }
            out.write(new byte[] {(byte) opcode, (byte) mark});
            out.write(more);
            out.write(payload);
            out.flush();
        }
    }

    private static void copy(DataInputStream from, Socket to) {
        try (to) {
            from.transferTo(to.getOutputStream());
        } catch (IOException over) {
            // Closed with it.
        }
    }

    private static void pass(OutputStream out, String head, byte[] body) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.write(body);
        out.write(whole.toByteArray());
        out.flush();
    }

    /** @return with the empty line at its end; null where the connection is over */
    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int octet;
        while ((octet = in.read()) >= 0) {
            head.append((char) octet);
            if (octet == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return null;
    }

    private static int length(String head) {
        Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
        threads.shutdownNow();
    }
}
