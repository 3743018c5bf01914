package io.parcours.conversation;

import io.parcours.customer.Habits;
import io.parcours.language.Language;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which language and by which channel a customer wants to be spoken to. What was chosen stays; what was merely used follows. */
@Component
public class Preferences {

    private final Habits habits;
    private final Line line;
    private final Facts facts;
    private final Clock clock;

    Preferences(Habits habits, Line line, Facts facts, Clock clock) {
        this.habits = habits;
        this.line = line;
        this.facts = facts;
        this.clock = clock;
    }

    /** The channels by which a customer can be written to, for who chooses one. */
    public List<String> channels() {
        return line.channels().stream()
                .filter(channel -> !channel.spoken())
                .map(Channel::name)
                .sorted()
                .toList();
    }

    /**
     * @param by who notes it for the customer
     * @throws IllegalArgumentException where there is no such customer
     */
    @Transactional
    public void speaks(UUID customerId, Language language, String by) {
        habits.speaks(customerId, language);
        record("languageChosen", null, customerId, by, Map.of("language", language.code()));
    }

    /**
     * @param by who notes it for the customer
     * @throws IllegalArgumentException where there is no such customer, or where nobody can be written to by this channel
     */
    @Transactional
    public void prefers(UUID customerId, String channel, String by) {
        if (!channels().contains(channel)) {
            throw new IllegalArgumentException("Nobody can be written to by " + channel);
        }
        habits.prefers(customerId, channel);
        record("channelChosen", null, customerId, by, Map.of("channel", channel));
    }

    /** The customer chose it themselves, in a case. */
    void chosen(UUID customerId, Language language, String caseNumber) {
        habits.speaks(customerId, language);
        record("languageChosen", caseNumber, customerId, null, Map.of("language", language.code()));
    }

    /** The same of a channel. */
    void chosen(UUID customerId, String caseNumber, String channel) {
        habits.prefers(customerId, channel);
        record("channelChosen", caseNumber, customerId, null, Map.of("channel", channel));
    }

    /** The customer came with something new by this channel. Who called cannot be called back with a text. */
    void used(UUID customerId, String channel) {
        if (!line.channel(channel).spoken()) {
            habits.cameBy(customerId, channel);
        }
    }

    private void record(String kind, String caseNumber, UUID customerId, String by, Map<String, Object> detail) {
        facts.record(Fact.of(clock.instant(), kind, caseNumber, customerId, by, detail));
    }
}
