package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;
import io.parcours.connector.simulator.MediaShelf.Stored;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Gives out a file as a provider does: with its type, and without the word on its size where more comes. */
final class FileAnswers {

    private FileAnswers() {}

    /** @return the status that was answered */
    static int give(HttpExchange exchange, Stored stored, FileFaults faults) {
        if (faults.loses()) {
            return refuse(exchange, 404);
        }
        if (faults.fails()) {
            return refuse(exchange, 503);
        }
        byte[] octets = stored.bytes().clone();
        if (faults.damages() && octets.length > 0) {
            octets[octets.length - 1] ^= 1;
        }
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", stored.mimeType());
            exchange.sendResponseHeaders(200, faults.more > 0 ? 0 : octets.length == 0 ? -1 : octets.length);
            if (octets.length > 0 || faults.more > 0) {
                write(exchange.getResponseBody(), octets, faults);
            }
        } catch (IOException gone) {
            // The platform has had enough.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return 200;
    }

    private static void write(OutputStream body, byte[] octets, FileFaults faults)
            throws IOException, InterruptedException {
        int half = octets.length / 2;
        body.write(octets, 0, half);
        body.flush();
        TimeUnit.MILLISECONDS.sleep(faults.stall.toMillis());
        body.write(octets, half, octets.length - half);
        byte[] more = new byte[8_192];
        for (int left = faults.more; left > 0; left -= more.length) {
            body.write(more, 0, Math.min(left, more.length));
        }
        body.close();
    }

    private static int refuse(HttpExchange exchange, int status) {
        LoopbackServer.answer(exchange, status, "text/plain", new byte[0]);
        return status;
    }
}
