package org.livelabel.postgres;

/** A database role and its password. */
public record Login(String user, String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return user;
    }
}
