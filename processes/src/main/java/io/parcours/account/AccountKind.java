package io.parcours.account;

import io.parcours.conversation.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of one channel, as a connector offers them to be set up. */
public interface AccountKind {

    /** The channel of an operator's own systems, by which nobody is spoken with. */
    String SYSTEM = "system";

    String channel();

    /** What it needs to be told, in the order in which a screen asks. */
    List<AccountField> fields();

    /**
     * Puts the account to work, in place of one of that tenant and name; where it cannot be, the other one stays.
     *
     * @throws IllegalArgumentException saying what is wrong, without repeating a secret
     */
    void open(AccountValues account);

    /** Nothing is sent or taken by it any more. */
    void close(String tenant, String name);

    /**
     * Asks the provider whether it would take this account, without sending anything; bounded.
     *
     * @return what is wrong; empty where it works
     * @throws IllegalArgumentException saying what is wrong with the values
     */
    Optional<Problem> test(AccountValues account);

    /**
     * Whether the secrets that are kept may serve on with other settings: not where somebody else would get them.
     *
     * @param before what is no secret, as it is kept
     * @param now the same as it is given
     */
    default boolean keepsSecrets(Map<String, String> before, Map<String, String> now) {
        return true;
    }
}
