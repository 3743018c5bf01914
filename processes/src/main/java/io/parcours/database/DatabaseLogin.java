package io.parcours.database;

/** A database role and its password, which never shows in texts. */
public record DatabaseLogin(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
