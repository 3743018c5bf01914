package io.parcours.media;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** Takes a file as it comes and stores it in pieces: no more than one of them is in memory. */
final class MediaWriter extends OutputStream {

    static final int PIECE = 256 * 1024;

    private final MediaRepository repository;
    private final UUID id;
    private final long most;
    private final MessageDigest digest = sha256();
    private final byte[] piece = new byte[PIECE];
    private byte[] beginning = new byte[0];
    private int filled;
    private int number;
    private long size;

    /** @param most how many octets are borne */
    MediaWriter(MediaRepository repository, UUID id, long most) {
        this.repository = repository;
        this.id = id;
        this.most = most;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** @throws NotFetched where it becomes larger than what is borne */
    @Override
    public void write(byte[] octets, int offset, int length) {
        size += length;
        if (size > most) {
            throw new NotFetched(NotFetched.Reason.TOO_LARGE, "It has more than " + most + " octets");
        }
        digest.update(octets, offset, length);
        int done = 0;
        while (done < length) {
            int some = Math.min(length - done, PIECE - filled);
            System.arraycopy(octets, offset + done, piece, filled, some);
            filled += some;
            done += some;
            if (filled == PIECE) {
                store();
            }
        }
    }

    /** Stores what is left. @return what came */
    Written finish() {
        if (filled > 0) {
            store();
        }
        return new Written(size, digest.digest(), beginning);
    }

    /** @param beginning enough of it to tell what it is */
    record Written(long size, byte[] sha256, byte[] beginning) {}

    private void store() {
        if (number == 0) {
            beginning = Arrays.copyOf(piece, Math.min(filled, MediaType.BEGINNING));
        }
        repository.addPiece(id, number++, filled == PIECE ? piece : Arrays.copyOf(piece, filled));
        filled = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
