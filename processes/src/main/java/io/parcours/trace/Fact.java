package io.parcours.trace;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened to a customer's case. Never changed, never typed by a person.
 *
 * @param kind past tense in camel case: {@code messageReceived}, {@code taskCompleted}
 * @param customerId may be null where the case number names the customer
 * @param activity the model's element, else null
 * @param name the element's name in the model, in the analysts' language
 * @param actor who did it; null where the platform did
 * @param detail scalars only
 */
public record Fact(
        Instant at,
        String kind,
        String caseNumber,
        UUID customerId,
        String journey,
        Integer version,
        String activity,
        String name,
        String actor,
        Map<String, Object> detail) {

    /** A fact that a feature reports itself, beside what the engine's tracing sees. */
    public static Fact of(
            Instant at, String kind, String caseNumber, UUID customerId, String actor, Map<String, Object> detail) {
        return new Fact(at, kind, caseNumber, customerId, null, null, null, null, actor, detail);
    }
}
