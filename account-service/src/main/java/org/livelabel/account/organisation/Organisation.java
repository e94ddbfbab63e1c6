package org.livelabel.account.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Whoever changes a row holds its lock until commit, so that commands to the registry keep the order of the changes. */
@Entity
class Organisation {
    @Id
    UUID id;

    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String country;
    String contact;
    boolean verified;
    boolean suspended;
    Instant createdAt;

    protected Organisation() {}

    Organisation(UUID id, OrganisationFacts facts, Instant createdAt) {
        this.id = id;
        this.name = facts.name();
        this.kind = facts.kind();
        this.country = facts.country();
        this.contact = facts.contact();
        this.verified = facts.verified();
        this.suspended = facts.suspended();
        this.createdAt = createdAt;
    }

    OrganisationFacts facts() {
        return new OrganisationFacts(name, kind, country, contact, verified, suspended);
    }
}
