package org.livelabel.account.command;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.account.organisation.OrganisationFacts;
import org.livelabel.account.organisation.Organisations;

/**
 * {@code organisation create}: makes an organisation and its first members, and prints its id. The running service tells
 * the registry.
 */
public class CreateOrganisation implements QuarkusApplication {
    private static final int DONE = 0;
    private static final int CONFLICT = 1;

    private final Organisations organisations;
    private final Supplier<UUID> newIds;

    CreateOrganisation(Organisations organisations, Supplier<UUID> newIds) {
        this.organisations = organisations;
        this.newIds = newIds;
    }

    @Override
    public int run(String... args) {
        CreateArguments arguments = CreateArguments.parse(args);
        UUID id = arguments.id().orElseGet(newIds);
        Optional<OrganisationFacts> other = organisations.ensure(id, arguments.facts(), arguments.members());
        if (other.isPresent()) {
            System.err.println("Organisation " + id + " exists and is not the same: " + other.get()
                    + ". Nothing was changed. Leave --id out to make another one.");
            return CONFLICT;
        }
        System.out.println(id);
        return DONE;
    }
}
