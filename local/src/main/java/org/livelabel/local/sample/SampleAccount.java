package org.livelabel.local.sample;

import java.util.UUID;
import org.livelabel.local.keycloak.Account;

/**
 * A sample person.
 *
 * @param what what the person is, in plain words
 * @param subject the identity server's id of the person
 */
public record SampleAccount(String what, Account account, UUID subject) {
    public String email() {
        return account.email();
    }

    @Override
    public String toString() {
        return email();
    }
}
