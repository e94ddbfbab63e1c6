package org.livelabel.account.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation as its members and operators see it. */
public record OrganisationResponse(
        UUID id,
        String name,
        Kind kind,
        @Nullable String country,
        @Nullable String contact,
        boolean verified,
        boolean suspended) {
    static OrganisationResponse of(UUID id, OrganisationFacts facts) {
        return new OrganisationResponse(
                id, facts.name(), facts.kind(), facts.country(), facts.contact(), facts.verified(), facts.suspended());
    }
}
