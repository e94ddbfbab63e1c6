package org.livelabel.account.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who belongs where. Read from the database each time: a removed member is out at once. */
@ApplicationScoped
public class Memberships {
    private final MembershipRepository memberships;

    Memberships(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    /** Ordered by name; empty for somebody unknown. */
    public List<MemberOf> of(UUID subject) {
        Map<UUID, Organisation> organisations = new LinkedHashMap<>();
        Map<UUID, Set<Role>> roles = new LinkedHashMap<>();
        for (MembershipRepository.Held held : memberships.heldBy(subject)) {
            organisations.put(held.organisation().id, held.organisation());
            roles.computeIfAbsent(held.organisation().id, id -> EnumSet.noneOf(Role.class))
                    .add(held.role());
        }
        return organisations.values().stream()
                .map(o -> new MemberOf(
                        o.id,
                        o.name,
                        o.kind,
                        o.verified,
                        o.suspended,
                        Collections.unmodifiableSet(roles.getOrDefault(o.id, Set.of()))))
                .toList();
    }
}
