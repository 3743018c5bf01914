package io.parcours.account;

import io.parcours.conversation.AccountState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An account as an administrator sees it.
 *
 * @param settings what is no secret
 * @param secrets the names of the secrets that are stored
 * @param own whether it was set up here; else it comes from the installation's configuration and cannot be changed
 * @param state as of now; empty where it is not at work
 */
public record AccountSetUp(
        String channel,
        String name,
        Map<String, String> settings,
        Set<String> secrets,
        boolean own,
        Optional<AccountState> state) {

    /** @param state null where it is not at work */
    static AccountSetUp of(AccountRepository.Stored stored, AccountState state) {
        return new AccountSetUp(
                stored.channel(),
                stored.name(),
                stored.settings(),
                stored.secrets().keySet(),
                true,
                Optional.ofNullable(state));
    }
}
