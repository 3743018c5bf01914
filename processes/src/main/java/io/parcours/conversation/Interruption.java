package io.parcours.conversation;

import java.util.Set;

/**
 * A channel that says things while somebody listens, such as the telephone, begins anew and knows nothing of what it had taken
 * before: what no receipt has told of was not heard to its end.
 *
 * @param present addresses of those who still listen
 */
public record Interruption(String tenant, String channel, String account, Set<String> present) {

    public Interruption {
        present = Set.copyOf(present);
    }
}
