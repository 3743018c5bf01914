package io.parcours.account;

import io.parcours.account.AccountRepository.Stored;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts by which the operator in force speaks with people. */
@Component
public class ChannelAccounts extends Accounts {

    private final ObjectProvider<Channel> channels;

    ChannelAccounts(
            AccountRepository repository,
            Secrets secrets,
            List<AccountKind> kinds,
            ObjectProvider<Channel> channels,
            Clock clock) {
        super(repository, secrets, kinds, channel -> !channel.equals(AccountKind.SYSTEM), clock);
        this.channels = channels;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccountSetUp> all() {
        Map<String, AccountState> states = states();
        List<AccountSetUp> all = new ArrayList<>();
        for (Stored stored : kept()) {
            all.add(AccountSetUp.of(stored, states.remove(key(stored.channel(), stored.name()))));
        }
        states.values()
                .forEach(state -> all.add(new AccountSetUp(
                        state.channel(), state.account(), Map.of(), Set.of(), false, Optional.of(state))));
        return all;
    }

    private Map<String, AccountState> states() {
        String tenant = TenantContext.required();
        Map<String, AccountState> states = new LinkedHashMap<>();
        channels.orderedStream()
                .flatMap(channel -> channel.states().stream())
                .filter(state -> state.tenant().equals(tenant))
                .forEach(state -> states.put(key(state.channel(), state.account()), state));
        return states;
    }

    private static String key(String channel, String name) {
        return channel + "/" + name;
    }
}
