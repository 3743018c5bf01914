package io.parcours.account;

/**
 * One thing that an account of a kind needs to be told.
 *
 * @param name in camel case, as values name it; screens have words for it
 * @param secret whether it is stored encrypted and never shown again
 * @param example what the field shows while it is empty; may be empty
 */
public record AccountField(String name, boolean required, boolean secret, String example) {

    public static AccountField required(String name, String example) {
        return new AccountField(name, true, false, example);
    }

    public static AccountField optional(String name, String example) {
        return new AccountField(name, false, false, example);
    }

    /** One that some accounts of the kind can do without. */
    public static AccountField optionalSecret(String name) {
        return new AccountField(name, false, true, "");
    }

    public static AccountField secret(String name) {
        return new AccountField(name, true, true, "");
    }
}
