package org.livelabel.local.sample;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.local.keycloak.Account;

/**
 * The sample people and the two organisations that they act for.
 *
 * @param owner owns the manufacturer "Halden Home"
 * @param publisher publishes for "Halden Home"
 * @param operator publishes for the operator organisation "Sample data"
 * @param consumer belongs to no organisation
 * @param manufacturer id of "Halden Home"
 * @param operatorOrganisation id of "Sample data"
 */
public record SamplePeople(
        SampleAccount owner,
        SampleAccount publisher,
        SampleAccount operator,
        SampleAccount consumer,
        UUID manufacturer,
        UUID operatorOrganisation) {
    public List<SampleAccount> all() {
        return List.of(owner, publisher, operator, consumer);
    }

    public Optional<SampleAccount> byEmail(String email) {
        return all().stream()
                .filter(account -> account.email().equalsIgnoreCase(email))
                .findFirst();
    }

    /** For a person to read; holds passwords and TOTP secrets. */
    public String asText() {
        StringBuilder text = new StringBuilder("""
                The sample accounts of this LiveLabel. Passwords and secrets are random: no other installation has them.

                Signing in takes the password and a six-digit code. Scan the otpauth address with an authenticator app,
                type its secret in by hand, or let `./start --totp=E-MAIL` print the code of the moment.
                """);
        for (SampleAccount person : all()) {
            Account account = person.account();
            text.append("\n%s\n  e-mail    %s\n  password  %s\n  secret    %s\n  otpauth   %s\n"
                    .formatted(
                            person.what(),
                            account.email(),
                            account.password(),
                            account.totp().secret(),
                            account.totp().address("LiveLabel", account.email())));
        }
        return text.toString();
    }
}
