package io.parcours.security;

/** A change to a user that the rules forbid; the reason is a text's key. */
public class UserRefused extends RuntimeException {

    private final String textKey;
    private final transient Object[] values;

    UserRefused(String textKey, Object... values) {
        super(textKey);
        this.textKey = textKey;
        this.values = values;
    }

    public String textKey() {
        return textKey;
    }

    public Object[] values() {
        return values.clone();
    }
}
