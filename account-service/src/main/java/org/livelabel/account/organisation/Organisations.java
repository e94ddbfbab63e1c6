package org.livelabel.account.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.livelabel.account.outbox.Outbox;

/** Every change of public facts leaves, in the same transaction, a command for the registry. */
@ApplicationScoped
public class Organisations {
    private final OrganisationRepository organisations;
    private final MembershipRepository memberships;
    private final Outbox outbox;
    private final ObjectMapper mapper;
    private final Clock clock;

    Organisations(
            OrganisationRepository organisations,
            MembershipRepository memberships,
            Outbox outbox,
            ObjectMapper mapper,
            Clock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public void create(UUID id, OrganisationFacts facts) {
        organisations.persist(new Organisation(id, facts, clock.instant()));
        // the command refers to the row
        organisations.flush();
        outbox.add(id, json(facts));
    }

    /**
     * Makes the organisation if it is not there, and gives every person the roles it does not have yet.
     *
     * @return empty, or the facts that the organisation has already and that are others
     */
    @Transactional
    public Optional<OrganisationFacts> ensure(UUID id, OrganisationFacts facts, Map<UUID, Set<Role>> members) {
        Organisation known = organisations.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (known != null && !known.facts().equals(facts)) {
            return Optional.of(known.facts());
        }
        if (known == null) {
            create(id, facts);
        }
        members.forEach((subject, roles) -> roles.forEach(role -> grant(id, subject, role)));
        return Optional.empty();
    }

    Optional<Organisation> find(UUID id) {
        return organisations.findByIdOptional(id);
    }

    private void grant(UUID organisation, UUID subject, Role role) {
        if (memberships.findById(new Membership.Key(organisation, subject, role)) == null) {
            memberships.persist(new Membership(organisation, subject, role, clock.instant()));
        }
    }

    private String json(OrganisationFacts facts) {
        try {
            return mapper.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
