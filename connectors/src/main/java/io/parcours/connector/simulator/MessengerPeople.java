package io.parcours.connector.simulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is on the simulated Messenger. Each page knows a person by an id of its own. */
final class MessengerPeople {

    private static final BigInteger DIGITS = BigInteger.TEN.pow(15);

    private final Map<String, MessengerThread> threads = new ConcurrentHashMap<>();

    /** @param person by whatever name; the same one after a restart */
    MessengerThread of(String pageId, String person) {
        String psid = psid(pageId, person);
        return threads.computeIfAbsent(pageId + "/" + psid, fresh -> new MessengerThread(psid));
    }

    /** @return empty where nobody of that id ever came to the page */
    Optional<MessengerThread> find(String pageId, String psid) {
        return Optional.ofNullable(threads.get(pageId + "/" + psid)).filter(MessengerThread::begun);
    }

    private static String psid(String pageId, String person) {
        UUID id = UUID.nameUUIDFromBytes((pageId + "/" + person).getBytes(StandardCharsets.UTF_8));
        BigInteger number = new BigInteger(id.toString().replace("-", ""), 16);
        return "2" + String.format("%015d", number.mod(DIGITS));
    }
}
