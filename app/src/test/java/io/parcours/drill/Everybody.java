package io.parcours.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** People who complain on every channel but the telephone: a crowd by SMS, and some on each of the others. */
final class Everybody {

    private final Stage stage;
    private final Subscribers subscribers;
    private final Whereabouts whereabouts;
    private final List<Correspondents> others = new ArrayList<>();
    private int written;

    Everybody(Stage stage) {
        this.stage = stage;
        this.subscribers = stage.outside().newcomers();
        this.whereabouts = new Whereabouts(stage.database());
    }

    /** So many more complain by SMS. */
    void write(int complaints) {
        IntStream.range(written, written + complaints).forEach(subscribers::complains);
        written += complaints;
    }

    /** So many more complain on each of the other channels. */
    void writeElsewhere(int each) {
        Correspondents more = stage.outside().correspondents(each);
        others.add(more);
        more.complain();
    }

    /** How many complained by SMS. */
    int written() {
        return written;
    }

    /** Whoever was asked by another channel than SMS answers. */
    void look() {
        others.forEach(Correspondents::look);
    }

    /** Those whose complaint neither ended nor waits where it should, once those who were asked have answered. */
    List<String> astray() {
        look();
        List<String> astray = new ArrayList<>(whereabouts.astray(subscribers.all()));
        others.forEach(each -> astray.addAll(each.astray(stage.database())));
        return astray;
    }

    List<String> misheard() {
        return whereabouts.misheard(subscribers.all());
    }

    /** What was sent to those by SMS. */
    SendLedger sentBySms() {
        return SendLedger.of(stage.database(), subscribers.all());
    }

    /** What was sent, against what was shown: by SMS, and in the order of {@link Correspondents#CHANNELS}. */
    List<SendLedger> sends() {
        List<SendLedger> ledgers = new ArrayList<>(List.of(sentBySms()));
        for (String channel : Correspondents.CHANNELS) {
            Map<String, List<String>> shown = new HashMap<>();
            others.forEach(each -> shown.putAll(each.shown(channel)));
            ledgers.add(SendLedger.of(stage.database(), channel, shown));
        }
        return ledgers;
    }
}
