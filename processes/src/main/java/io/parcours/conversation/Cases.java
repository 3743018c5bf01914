package io.parcours.conversation;

import io.parcours.engine.Journeys;
import io.parcours.engine.Variable;
import io.parcours.engine.Variables;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a journey for a customer and ties it to the conversation by which it speaks. */
@Component
public class Cases {

    /** Whose journey it is; every journey has it. */
    public static final Variable<UUID> CUSTOMER_ID = Variable.of("customerId", UUID.class);

    private final ConversationRepository conversations;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cases(ConversationRepository conversations, Journeys journeys, JdbcClient jdbc, Clock clock) {
        this.conversations = conversations;
        this.journeys = journeys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens a case and starts its journey.
     *
     * @param conversationId by which the journey speaks; null where the customer cannot be written to
     * @return the case number
     */
    @Transactional
    public String open(String journey, UUID customerId, UUID conversationId, Variables variables) {
        String caseNumber = reserve(journey, customerId, conversationId);
        start(journey, caseNumber, customerId, variables);
        return caseNumber;
    }

    /**
     * Numbers are {@code PA-2026-000123}, for each operator its own. They come from a sequence, so that two journeys never wait
     * for each other's commit; what is rolled back leaves a gap, never a double. A conversation that serves a case keeps it.
     */
    String reserve(String journey, UUID customerId, UUID conversationId) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        with opened as (
                            insert into journey_case (case_number, journey, customer_id, conversation_id, opened_at)
                            select 'PA-' || :year::int || '-' || to_char(next_case_number(:year::int), 'FM999999000000'),
                                   :journey::text, :customer::uuid, :conversation::uuid, :now::timestamptz
                            returning case_number),
                        served as (
                            update conversation set case_number = (select case_number from opened)
                            where id = :conversation::uuid and case_number is null)
                        select case_number from opened
                        """)
                .param("year", now.atZone(ZoneOffset.UTC).getYear())
                .param("journey", journey)
                .param("customer", customerId)
                .param("conversation", conversationId)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .single();
    }

    /** The process id of a case's journey; empty where the operator has no such case. */
    @Transactional(readOnly = true)
    public Optional<String> journey(String caseNumber) {
        return jdbc.sql("select journey from journey_case where tenant_id = parcours_tenant() and case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    void start(String journey, String caseNumber, UUID customerId, Variables variables) {
        journeys.start(journey, caseNumber, variables.and(CUSTOMER_ID, customerId));
    }

    /**
     * Another journey takes the conversation over from here, with what the subscriber wrote in this case.
     *
     * @return the new case number
     */
    @Transactional
    public String handOver(String caseNumber, UUID customerId, String journey, Variables variables) {
        UUID conversationId =
                conversations.ofCase(caseNumber).map(Conversation::id).orElse(null);
        return open(journey, customerId, conversationId, variables);
    }
}
