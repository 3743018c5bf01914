package io.parcours.ui.admin;

import io.parcours.account.AccountSetUp;
import io.parcours.operatordata.SystemState;
import java.util.List;
import java.util.Optional;

/**
 * One of the operator's systems in the list.
 *
 * @param state null where it is not at work
 */
record SystemRow(AccountSetUp account, SystemState state) {

    static SystemRow of(AccountSetUp account, List<SystemState> states) {
        return new SystemRow(
                account,
                states.stream()
                        .filter(state ->
                                state.connection().equals(account.name()) && state.configured() != account.own())
                        .findFirst()
                        .orElse(null));
    }

    String name() {
        return account.name();
    }

    boolean works() {
        return state != null && state.works();
    }

    Optional<SystemState> figures() {
        return Optional.ofNullable(state);
    }
}
