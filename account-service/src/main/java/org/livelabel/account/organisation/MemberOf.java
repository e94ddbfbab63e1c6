package org.livelabel.account.organisation;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's place in one organisation; the roles are in the order of {@link Role}. */
@Schema(requiredProperties = {"id", "name", "kind", "verified", "suspended", "roles"})
public record MemberOf(UUID id, String name, Kind kind, boolean verified, boolean suspended, Set<Role> roles) {
    /** Whether the person may act on what belongs to other organisations, with one of these roles. */
    boolean operates(Set<Role> sufficient) {
        return kind == Kind.OPERATOR && verified && !suspended && roles.stream().anyMatch(sufficient::contains);
    }
}
