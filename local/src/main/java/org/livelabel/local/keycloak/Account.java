package org.livelabel.local.keycloak;

/** What a person signs in with. */
public record Account(String email, String password, Totp totp) {
    /** Keeps password and TOTP secret out of logs. */
    @Override
    public String toString() {
        return email;
    }
}
