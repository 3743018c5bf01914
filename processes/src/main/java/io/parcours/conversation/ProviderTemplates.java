package io.parcours.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The templates that operators have at a provider, as it last told of them. Each connector with templates brings one. */
public interface ProviderTemplates {

    String channel();

    /** Those of the tenant's accounts that know where to ask. */
    List<Known> of(String tenant);

    /** Asks about the tenant's accounts now, within a bounded time. What there is no answer to stays as it was. */
    void refresh(String tenant);

    /**
     * What is known of an account's templates.
     *
     * @param readAt when the provider last told of all of them; empty where it never has: then nobody knows
     * @param problem why it did not the last time; null where it did
     */
    record Known(String account, Optional<Instant> readAt, Problem problem, List<ProviderTemplate> templates) {

        public Known {
            templates = List.copyOf(templates);
        }

        public Optional<ProviderTemplate> find(String name, String language) {
            return templates.stream()
                    .filter(each -> each.name().equals(name) && each.language().equals(language))
                    .findFirst();
        }
    }
}
