package io.parcours.connector.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** The exchange's end of one WebSocket: tells texts, answers signs of life, and can be cut. */
final class ExchangeSocket {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LONGEST = 1 << 20;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    ExchangeSocket(Socket socket, DataInputStream in, OutputStream out) {
        this.socket = socket;
        this.in = in;
        this.out = out;
    }

    static String acceptKey(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return false where nobody listens any more */
    boolean tell(byte[] text) {
        return frame(TEXT, text);
    }

    /** Reads until the other side closes or the connection breaks. */
    void serve() {
        try {
            int opcode;
            do {
                opcode = in.readUnsignedByte() & 0x0F;
                byte[] payload = payload();
                if (opcode == PING) {
                    frame(PONG, payload);
                } else if (opcode == CLOSE) {
                    frame(CLOSE, payload);
                }
            } while (opcode != CLOSE);
        } catch (IOException broken) {
            // Over is over.
        }
        cut();
    }

    void close() {
        frame(CLOSE, new byte[] {0x03, (byte) 0xE8});
    }

    /** Ends it as a cut cable does: without a word. */
    void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is what was wanted.
        }
    }

    private byte[] payload() throws IOException {
        int head = in.readUnsignedByte();
        long length = head & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException("A frame of " + length + " octets");
        }
        byte[] mask = new byte[4];
        if ((head & 0x80) != 0) {
            in.readFully(mask);
        }
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private synchronized boolean frame(int opcode, byte[] payload) {
        try {
            out.write(0x80 | opcode);
            if (payload.length < 126) {
                out.write(payload.length);
            } else if (payload.length < 1 << 16) {
                out.write(new byte[] {126, (byte) (payload.length >> 8), (byte) payload.length});
            } else {
                out.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    out.write((int) ((long) payload.length >> shift) & 0xFF);
                }
            }
            out.write(payload);
            out.flush();
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}
