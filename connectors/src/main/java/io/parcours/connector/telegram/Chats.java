package io.parcours.connector.telegram;

import io.parcours.connector.Pace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What has to be remembered of the last conversations of a bot for a moment; after a restart nothing, and nothing breaks. */
final class Chats {

    private static final int KEPT = 10_000;
    private static final int ONE_A_SECOND = 1;

    private final Map<String, Pace> paces = lately();
    private final Set<String> awaitingNumber = Collections.newSetFromMap(lately());
    private final Set<String> done = Collections.newSetFromMap(lately());

    /** Telegram grants one message a second in a conversation. @return whether this one's moment has come, or comes at once */
    boolean mayHear(String chat) {
        Pace pace;
        synchronized (this) {
            pace = paces.computeIfAbsent(chat, fresh -> new Pace(ONE_A_SECOND));
        }
        return pace.atWire();
    }

    /** The last thing that was asked there is, or is not, a telephone number. */
    synchronized void asked(String chat, boolean number) {
        if (number) {
            awaitingNumber.add(chat);
        } else {
            awaitingNumber.remove(chat);
        }
    }

    synchronized boolean awaitsNumber(String chat) {
        return awaitingNumber.contains(chat);
    }

    /** @return whether it is the first time: what is only courteous is done once, also where Telegram tells it again */
    synchronized boolean first(String what) {
        return done.add(what);
    }

    private static <V> Map<String, V> lately() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEPT;
            }
        };
    }
}
