package io.parcours.connector.simulator;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids as Meta makes them; none is given again after a restart, since the platform remembers them. */
final class Wamids {

    private static final AtomicLong media = new AtomicLong(System.currentTimeMillis() * 1_000);

    private Wamids() {}

    static String next() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(25)
                .put(new byte[] {0x1C, 0x18, 0x0B, 0x15, 0x02, 0x00, 0x11, 0x18, 0x12})
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        return "wamid." + Base64.getEncoder().encodeToString(bytes);
    }

    static String nextMedia() {
        return Long.toString(media.getAndIncrement());
    }
}
