package io.parcours.conversation;

import io.parcours.engine.Background;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells many customers the same. Each gets a message of their own, and one job drains them all. */
@Component
public class Broadcasts {

    private final BroadcastRepository repository;
    private final Line line;
    private final Texts texts;
    private final Tenants tenants;
    private final Background background;
    private final Clock clock;

    Broadcasts(
            BroadcastRepository repository,
            Line line,
            Texts texts,
            Tenants tenants,
            Background background,
            Clock clock) {
        this.repository = repository;
        this.line = line;
        this.texts = texts;
        this.tenants = tenants;
        this.background = background;
        this.clock = clock;
    }

    /**
     * Queues the text for each of these customers who can be reached on the channel; it leaves after the commit.
     *
     * @param code of the text; its placeholders may be {@code customer} and {@code operator}
     * @return the broadcast's id
     * @throws IllegalArgumentException where no text has this code, or the operator has no account on the channel
     */
    @Transactional
    public UUID send(String code, String channel, Collection<UUID> customers) {
        String account = line.channel(channel)
                .account(TenantContext.required())
                .orElseThrow(() -> new IllegalArgumentException("No account on " + channel));
        Tenant operator = tenants.current();
        UUID id = repository.open(code, channel, account, clock.instant());
        repository.recipients(channel, account, customers).forEach(chunk -> {
            List<String> rendered = chunk.stream()
                    .map(recipient -> texts.text(code, recipient.language(), values(recipient, operator)))
                    .toList();
            repository.queue(id, code, texts.purpose(code), channel, chunk, rendered, clock.instant());
        });
        background.run(Drain.TASK, id.toString());
        return id;
    }

    /** How many of its messages are in each state. */
    @Transactional(readOnly = true)
    public Map<String, Integer> states(UUID id) {
        return repository.states(id);
    }

    private static Function<String, String> values(BroadcastRepository.Recipient recipient, Tenant operator) {
        Map<String, String> values = Map.of("customer", recipient.name(), "operator", operator.name());
        return name -> values.getOrDefault(name, "");
    }
}
