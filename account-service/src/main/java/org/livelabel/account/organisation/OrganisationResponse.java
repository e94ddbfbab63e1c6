package org.livelabel.account.organisation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation as its members and operators see it. */
@Schema(requiredProperties = {"id", "name", "kind", "verified", "suspended"})
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
