package io.parcours.scenario;

import io.parcours.media.MediaSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files at a provider, by their ids; one that nobody put there cannot be reached. */
public class ScriptedMedia implements MediaSource {

    /** Gives one file, or fails. */
    public interface Giving {
        Told into(OutputStream pieces) throws IOException;
    }

    private final Map<String, Giving> files = new ConcurrentHashMap<>();

    @Override
    public String channel() {
        return "whatsapp";
    }

    public void has(String mediaId, Giving giving) {
        files.put(mediaId, giving);
    }

    public void has(String mediaId, String type, byte[] octets) {
        has(mediaId, into -> {
            into.write(octets);
            return new Told(type, null);
        });
    }

    @Override
    public Told fetch(Wanted wanted, OutputStream into) throws IOException {
        Giving giving = files.get(wanted.mediaId());
        if (giving == null) {
            throw new IOException("Nothing answers");
        }
        return giving.into(into);
    }
}
