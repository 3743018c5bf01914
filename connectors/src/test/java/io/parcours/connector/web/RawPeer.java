package io.parcours.connector.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer that answers with the octets it is told, or with silence, a connection a request. */
public class RawPeer implements AutoCloseable {

    /** Reads the request and hangs. */
    public static final String SILENCE = "silence";
    /** Reads the request and closes. */
    public static final String HANG_UP = "";

    public final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final String taken;

    /**
     * @param port 0 for a free one
     * @param taken what is answered when it was told nothing else
     */
    protected RawPeer(int port, String taken) {
        this.taken = taken;
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::serve, "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    public static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " Told\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** What is answered where nothing else was told: Meta's Graph API says of an object, where it is asked for it, its id. */
    protected String taken(String request) {
        Matcher asked = Pattern.compile("GET /v23\\.0/(\\w+)\\?fields=id ").matcher(request);
        return asked.lookingAt() ? answer(200, "{\"id\": \"" + asked.group(1) + "\"}") : taken;
    }

    /** The requests by which something was to be sent, and not those that only ask. */
    public List<String> posts() {
        return requests.stream().filter(request -> request.startsWith("POST ")).toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Each answer serves once; after the last one everything is taken. */
    public RawPeer answers(String... next) {
        answers.addAll(List.of(next));
        return this;
    }

    public String body(int request) {
        String text = requests.get(request);
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                String request = read(socket.getInputStream());
                requests.add(request);
                String answer = answers.isEmpty() ? taken(request) : answers.poll();
                if (!answer.equals(SILENCE)) {
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    socket.close();
                }
            } catch (IOException closed) {
                // The other end gave up, or the test is over.
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("No request");
            }
            head.write(octet);
        }
        String text = head.toString(StandardCharsets.UTF_8);
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(text);
        int octets = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text + new String(in.readNBytes(octets), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
