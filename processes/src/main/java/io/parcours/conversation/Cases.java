package io.parcours.conversation;

import io.parcours.engine.Journeys;
import io.parcours.engine.Variable;
import io.parcours.engine.Variables;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a journey for a customer and ties it to the conversation by which it speaks. */
@Component
public class Cases {

    /** Whose journey it is; every journey has it. */
    public static final Variable<UUID> CUSTOMER_ID = Variable.of("customerId", UUID.class);

    private final CaseNumbers numbers;
    private final ConversationRepository conversations;
    private final Journeys journeys;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cases(CaseNumbers numbers, ConversationRepository conversations, Journeys journeys, JdbcClient jdbc, Clock clock) {
        this.numbers = numbers;
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

    String reserve(String journey, UUID customerId, UUID conversationId) {
        String caseNumber = numbers.next();
        jdbc.sql("insert into journey_case (case_number, journey, customer_id, conversation_id, opened_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(caseNumber, journey, customerId, conversationId, Timestamp.from(clock.instant()))
                .update();
        if (conversationId != null) {
            conversations.serveIfFree(conversationId, caseNumber);
        }
        return caseNumber;
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
