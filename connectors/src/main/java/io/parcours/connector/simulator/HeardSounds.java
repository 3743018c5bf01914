package io.parcours.connector.simulator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The audio of what was heard on subscribers' telephones, for who wants to hear it again: of a call the last pieces, until its
 * telephone is in another one, and of all calls together no more than there is room for.
 */
final class HeardSounds {

    static final int OF_A_CALL = 40;

    private static final int ALL = 32 * 1024 * 1024;
    private static final int HEADER = 44;

    /** WAV files, the oldest first. */
    private final Map<Piece, byte[]> kept = new LinkedHashMap<>();

    private final int most;

    /** One piece of a playback, and who heard it. */
    private record Piece(SimChannel call, String playback, int at) {}

    HeardSounds() {
        this(ALL);
    }

    /** @param most octets of all that is kept */
    HeardSounds(int most) {
        this.most = most;
    }

    /** @return false where there is nothing to hear in it, and so nothing to keep */
    synchronized boolean keep(SimPlayback playback, byte[] wav) {
        if (!audible(wav)) {
            return false;
        }
        if (playback.channel.atHandset) {
            kept.put(new Piece(playback.channel, playback.id, playback.at), wav);
            kept.keySet().stream()
                    .filter(piece -> piece.call() == playback.channel)
                    .limit(Math.max(0, ofCall(playback.channel) - OF_A_CALL))
                    .toList()
                    .forEach(kept::remove);
            makeRoom();
        }
        return true;
    }

    /** Empty where nothing of it was to be heard in this call, and where it is too long ago. */
    synchronized Optional<byte[]> find(SimChannel call, Heard heard) {
        return Optional.ofNullable(kept.get(new Piece(call, heard.playback(), heard.piece())));
    }

    /** Nobody listens to this call any more. */
    synchronized void forget(SimChannel call) {
        kept.keySet().removeIf(piece -> piece.call() == call);
    }

    private long ofCall(SimChannel call) {
        return kept.keySet().stream().filter(piece -> piece.call() == call).count();
    }

    private void makeRoom() {
        long octets = kept.values().stream().mapToLong(wav -> wav.length).sum();
        Iterator<byte[]> oldest = kept.values().iterator();
        while (octets > most) {
            octets -= oldest.next().length;
            oldest.remove();
        }
    }

    private static boolean audible(byte[] wav) {
        for (int i = HEADER; i < wav.length; i++) {
            if (wav[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
