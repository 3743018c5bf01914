package io.parcours.ui.simulator;

import io.parcours.connector.simulator.SmscSimulator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Links by which operators invite to another channel, as they come by SMS. */
final class Invitations {

    private final SmscSimulator centre;
    private final Pattern link;

    /** @param link whose first group is the reference */
    Invitations(SmscSimulator centre, String link) {
        this.centre = centre;
        this.link = Pattern.compile(link);
    }

    /** The reference of the last link that the subscriber got. */
    Optional<String> last(SubscriberChoice subscriber) {
        return centre.conversation(subscriber.systemId(), subscriber.number()).stream()
                .filter(sms -> !sms.fromSubscriber())
                .flatMap(sms -> link.matcher(sms.text()).results())
                .map((MatchResult found) -> found.group(1))
                .reduce((earlier, later) -> later);
    }
}
