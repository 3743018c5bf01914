package io.parcours.account;

import io.parcours.account.AccountRepository.Stored;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Problem;
import io.parcours.operatordata.OperatorSystems;
import io.parcours.operatordata.SystemState;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The connections with the systems of the operator in force. */
@Component
public class SystemAccounts extends Accounts {

    private final ObjectProvider<OperatorSystems> systems;

    SystemAccounts(
            AccountRepository repository,
            Secrets secrets,
            List<AccountKind> kinds,
            ObjectProvider<OperatorSystems> systems,
            Clock clock) {
        super(repository, secrets, kinds, AccountKind.SYSTEM::equals, clock);
        this.systems = systems;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccountSetUp> all() {
        List<SystemState> states =
                systems.stream().flatMap(each -> each.states().stream()).toList();
        List<AccountSetUp> all = new ArrayList<>();
        for (Stored stored : kept()) {
            all.add(AccountSetUp.of(
                    stored,
                    states.stream()
                            .filter(state ->
                                    !state.configured() && state.connection().equals(stored.name()))
                            .findFirst()
                            .map(SystemAccounts::state)
                            .orElse(null)));
        }
        states.stream()
                .filter(SystemState::configured)
                .forEach(state -> all.add(new AccountSetUp(
                        AccountKind.SYSTEM, state.connection(), Map.of(), Set.of(), false, Optional.of(state(state)))));
        return all;
    }

    private static AccountState state(SystemState state) {
        return new AccountState(
                TenantContext.required(),
                AccountKind.SYSTEM,
                state.connection(),
                state.works() ? null : Problem.of("system.leftAlone"),
                state.openSince());
    }
}
