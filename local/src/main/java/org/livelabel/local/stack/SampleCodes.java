package org.livelabel.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;
import org.livelabel.local.sample.SamplePeople;

/** The six digits that an authenticator app would show now, for who has none at hand. */
public final class SampleCodes {
    private SampleCodes() {}

    /** @throws StartFailure if there is no such sample account */
    public static String current(Path data, String email, Clock clock) {
        Path secrets = data.resolve("secrets.json");
        if (!Files.exists(secrets)) {
            throw new StartFailure("There are no sample accounts in " + data + " yet: run ./start first.");
        }
        SamplePeople people = new People(Secrets.in(secrets, new SecureRandom()), new SecureRandom()).known();
        return people.byEmail(email)
                .map(person -> person.account().totp().code(clock.instant()))
                .orElseThrow(() -> new StartFailure("There is no sample account " + email + "; there are "
                        + people.all().stream().map(Object::toString).collect(Collectors.joining(", ")) + "."));
    }
}
