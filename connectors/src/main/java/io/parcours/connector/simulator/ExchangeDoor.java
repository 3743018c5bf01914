package io.parcours.connector.simulator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Commands and event connections on one port of the loopback interface, as the exchange has them. */
final class ExchangeDoor implements AutoCloseable {

    private static final int LONGEST_BODY = 1 << 20;

    /** One command, or the wish for an event connection. @param headers by their names in lower case */
    record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {}

    /** @param body null where there is none */
    record Answer(int status, byte[] body) {}

    private final ServerSocket door;
    private final Function<Request, Answer> commands;
    private final BiConsumer<Request, ExchangeSocket> events;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread daemon = new Thread(work, "exchange-door");
        daemon.setDaemon(true);
        return daemon;
    });

    /** @param events called when a connection is open; it ends when this returns */
    ExchangeDoor(int port, Function<Request, Answer> commands, BiConsumer<Request, ExchangeSocket> events) {
        this.commands = commands;
        this.events = events;
        try {
            door = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cutAll() {
        open.forEach(ExchangeDoor::quietly);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
        cutAll();
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RuntimeException closed) {
                // The loop's condition tells.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            Request request;
            while ((request = read(in)) != null) {
                if (!"websocket".equalsIgnoreCase(request.headers().get("upgrade"))) {
                    write(out, commands.apply(request));
                    continue;
                }
                Answer answer = commands.apply(request);
                if (answer.status() / 100 != 2) {
                    write(out, answer);
                    continue;
                }
                upgrade(out, request.headers().getOrDefault("sec-websocket-key", ""));
                events.accept(request, new ExchangeSocket(socket, in, out));
                return;
            }
        } catch (IOException broken) {
            // Over is over.
        } finally {
            open.remove(socket);
        }
    }

    private static Request read(DataInputStream in) throws IOException {
        String first = line(in);
        if (first == null || first.isBlank()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        String header;
        while ((header = line(in)) != null && !header.isEmpty()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = new byte[Math.min(length, LONGEST_BODY)];
        in.readFully(body);
        String[] parts = first.split(" ");
        URI address = URI.create(parts[1]);
        return new Request(parts[0], address.getRawPath(), query(address.getRawQuery()), headers, body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                query.put(pair.substring(0, equals), value);
            }
        }
        return query;
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet;
        while ((octet = in.read()) >= 0 && octet != '\n') {
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return octet < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, Answer answer) throws IOException {
        byte[] body = answer.body() == null ? new byte[0] : answer.body();
        String length = answer.status() == 204 ? "" : "Content-Length: " + body.length + "\r\n";
        String head = "HTTP/1.1 " + answer.status() + " -\r\nServer: Asterisk/22.10.1\r\n"
                + "Content-Type: application/json\r\n" + length + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static void upgrade(OutputStream out, String key) throws IOException {
        String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + ExchangeSocket.acceptKey(key) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void quietly(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
    }
}
