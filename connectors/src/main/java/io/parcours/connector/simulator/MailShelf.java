package io.parcours.connector.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What mail programs show: the last 5,000 mails. */
final class MailShelf {

    private static final int KEPT = 5_000;

    private final Map<String, SimulatedMail> mails = new LinkedHashMap<>();

    /** A second copy of the same mail is shown once more: that is what a subscriber would see. */
    synchronized void add(SimulatedMail mail) {
        mails.put(mails.containsKey(mail.id()) ? mail.id() + "#" + mails.size() : mail.id(), mail);
        if (mails.size() > KEPT) {
            mails.remove(mails.keySet().iterator().next());
        }
    }

    synchronized void taken(Set<String> ids) {
        mails.replaceAll((key, mail) -> mail.fromSubscriber() && ids.contains(mail.id()) ? mail.asTaken() : mail);
    }

    synchronized Optional<SimulatedMail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    synchronized List<SimulatedMail> all() {
        return new ArrayList<>(mails.values());
    }
}
