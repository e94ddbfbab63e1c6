package org.livelabel.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.livelabel.local.keycloak.Account;
import org.livelabel.local.keycloak.KeycloakAdmin;
import org.livelabel.local.keycloak.Totp;
import org.livelabel.local.sample.SampleAccount;
import org.livelabel.local.sample.SamplePeople;

/** Makes the sample people and their organisations, once, and knows them again ever after. */
final class People {
    static final String FILE = "sample-accounts.txt";

    private final Secrets secrets;
    private final SecureRandom random;

    People(Secrets secrets, SecureRandom random) {
        this.secrets = secrets;
        this.random = random;
    }

    /** Makes accounts that are missing, and writes their passwords down for the person at the terminal. */
    SamplePeople ensureAccounts(KeycloakAdmin keycloak, Path file) {
        SamplePeople people = people((name, account) -> secrets.value(
                "subject." + name, () -> keycloak.ensureAccount(account).toString()));
        try {
            OwnerFiles.write(file, people.asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people;
    }

    /** @throws StartFailure if an account was never made */
    SamplePeople known() {
        return people((name, account) -> secrets.value("subject." + name, () -> {
            throw new StartFailure("There are no sample accounts yet: run ./start first.");
        }));
    }

    /** account-service's command for the deployer, which needs nobody's rights but those on the database. */
    static List<String> operatorOrganisation(SamplePeople people) {
        return List.of(
                "organisation",
                "create",
                "--id=" + people.operatorOrganisation(),
                "--name=Sample data",
                "--kind=operator",
                "--verified",
                "--member=" + people.operator().subject() + ":editor,publisher");
    }

    static List<String> manufacturer(SamplePeople people) {
        return List.of(
                "organisation",
                "create",
                "--id=" + people.manufacturer(),
                "--name=Halden Home",
                "--kind=manufacturer",
                "--country=SE",
                "--contact=https://halden-home.example/contact",
                "--verified",
                "--member=" + people.owner().subject() + ":owner",
                "--member=" + people.publisher().subject() + ":editor,publisher");
    }

    private SamplePeople people(Subjects subjects) {
        return new SamplePeople(
                person("owner", "Owner of the manufacturer Halden Home", "owner@halden-home.example", subjects),
                person(
                        "publisher",
                        "Publisher of the manufacturer Halden Home",
                        "publisher@halden-home.example",
                        subjects),
                person(
                        "operator",
                        "Publisher of the operator organisation Sample data",
                        "operator@sample-data.example",
                        subjects),
                person("consumer", "Consumer, a member of no organisation", "consumer@people.example", subjects),
                secrets.uuid("organisation.halden-home"),
                secrets.uuid("organisation.sample-data"));
    }

    private SampleAccount person(String name, String what, String email, Subjects subjects) {
        Totp totp =
                new Totp(secrets.value("totp." + name, () -> Totp.random(random).secret()));
        Account account = new Account(email, secrets.person("password." + name), totp);
        return new SampleAccount(what, account, UUID.fromString(subjects.of(name, account)));
    }

    private interface Subjects {
        String of(String name, Account account);
    }
}
