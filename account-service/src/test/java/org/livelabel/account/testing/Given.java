package org.livelabel.account.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.OrganisationFacts;
import org.livelabel.account.organisation.Organisations;
import org.livelabel.account.organisation.Role;

/** Puts organisations and members where a test needs them. */
@ApplicationScoped
public class Given {
    @Inject
    Organisations organisations;

    public UUID verified(Kind kind, UUID member, Role... roles) {
        return organisation(
                new OrganisationFacts(name(), kind, "SE", "https://example.org", true, false), member, roles);
    }

    public UUID unverified(Kind kind, UUID member, Role... roles) {
        return organisation(new OrganisationFacts(name(), kind, null, null, false, false), member, roles);
    }

    public UUID suspended(Kind kind, UUID member, Role... roles) {
        return organisation(new OrganisationFacts(name(), kind, null, null, true, true), member, roles);
    }

    private UUID organisation(OrganisationFacts facts, UUID member, Role... roles) {
        UUID id = UUID.randomUUID();
        organisations.ensure(id, facts, Map.of(member, Set.of(roles)));
        return id;
    }

    private static String name() {
        return "Organisation " + UUID.randomUUID();
    }
}
