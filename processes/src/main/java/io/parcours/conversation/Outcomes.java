package io.parcours.conversation;

import io.parcours.conversation.BroadcastRepository.Broadcast;
import io.parcours.conversation.BroadcastRepository.Item;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps what came of the messages of a broadcast: a few statements for all of them. */
@Component
class Outcomes {

    private static final Map<String, String> KINDS = Map.of(
            MessageState.SENT, "messageSent",
            MessageState.FAILED, "messageFailed",
            MessageState.UNKNOWN, "messageUnknown");

    private final BroadcastRepository repository;
    private final Receipts receipts;
    private final Facts facts;
    private final Clock clock;

    Outcomes(BroadcastRepository repository, Receipts receipts, Facts facts, Clock clock) {
        this.repository = repository;
        this.receipts = receipts;
        this.facts = facts;
        this.clock = clock;
    }

    void keep(Broadcast broadcast, List<Outcome> outcomes) {
        Map<String, List<Outcome>> byState = outcomes.stream().collect(Collectors.groupingBy(Outcome::state));
        byState.forEach((state, some) -> repository.state(
                state,
                some.stream().map(outcome -> outcome.item().id()).toList(),
                Arrays.asList(some.stream().map(Outcome::error).toArray(String[]::new)),
                clock.instant()));
        Map<String, UUID> ids = new HashMap<>();
        outcomes.forEach(outcome ->
                outcome.providerIds().forEach(id -> ids.put(id, outcome.item().id())));
        receipts.expect(broadcast.channel(), broadcast.account(), ids);
        outcomes.stream()
                .filter(outcome -> KINDS.containsKey(outcome.state()))
                .forEach(outcome -> facts.record(fact(broadcast, outcome)));
    }

    private Fact fact(Broadcast broadcast, Outcome outcome) {
        Item item = outcome.item();
        Map<String, Object> detail =
                new HashMap<>(Map.of("channel", broadcast.channel(), "code", broadcast.code(), "text", item.text()));
        if (outcome.notAllowed() != null) {
            detail.put("reason", outcome.notAllowed());
            return Fact.of(clock.instant(), "contactRefused", null, item.customerId(), null, detail);
        }
        if (outcome.error() != null) {
            detail.put("error", outcome.error());
        }
        return Fact.of(clock.instant(), KINDS.get(outcome.state()), null, item.customerId(), null, detail);
    }
}
