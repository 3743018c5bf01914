package io.parcours.ui.studio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Sings when something is run that must not be: a folder in which nobody writes, and a listener on loopback that nobody calls. */
class Canary implements AutoCloseable {

    private final Path folder;
    private final HttpServer listener;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    Canary() {
        try {
            folder = Files.createTempDirectory("canary");
            listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.createContext("/", this::hear);
        listener.start();
        Song.nest = folder;
    }

    /** A file that an attack would write. */
    String file(String attack) {
        return folder.resolve(attack).toString();
    }

    /** An address that an attack would call. */
    String address(String attack) {
        return "http://127.0.0.1:" + listener.getAddress().getPort() + "/" + attack;
    }

    /** What was written and called; empty while it is silent. */
    List<String> song() {
        try (Stream<Path> files = Files.list(folder)) {
            return Stream.concat(files.map(file -> file.getFileName().toString()), calls.stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hush() {
        calls.clear();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(HttpExchange call) throws IOException {
        calls.add(call.getRequestMethod() + " " + call.getRequestURI());
        call.sendResponseHeaders(200, -1);
        call.close();
    }

    @Override
    public void close() throws IOException {
        Song.nest = null;
        listener.stop(0);
        FileSystemUtils.deleteRecursively(folder);
    }
}
