package io.parcours.account;

import java.util.List;

/**
 * One thing that an account of a kind needs to be told.
 *
 * @param name in camel case, as values name it; screens have words for it
 * @param secret whether it is stored encrypted and never shown again
 * @param example what the field shows while it is empty; may be empty
 * @param choices what it may be, where that is known; otherwise empty
 */
public record AccountField(String name, boolean required, boolean secret, String example, List<String> choices) {

    public AccountField {
        choices = List.copyOf(choices);
    }

    public static AccountField required(String name, String example) {
        return new AccountField(name, true, false, example, List.of());
    }

    public static AccountField optional(String name, String example) {
        return new AccountField(name, false, false, example, List.of());
    }

    public static AccountField secret(String name) {
        return new AccountField(name, true, true, "", List.of());
    }

    /** One that some accounts of the kind can do without. */
    public static AccountField optionalSecret(String name) {
        return new AccountField(name, false, true, "", List.of());
    }

    public static AccountField chosen(String name, List<String> choices) {
        return new AccountField(name, true, false, "", choices);
    }
}
