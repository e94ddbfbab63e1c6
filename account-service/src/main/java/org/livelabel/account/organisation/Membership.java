package org.livelabel.account.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** One role of one person in one organisation. */
@Entity
@IdClass(Membership.Key.class)
class Membership {
    @Id
    UUID organisationId;

    @Id
    UUID subject;

    @Id
    @Enumerated(EnumType.STRING)
    Role role;

    Instant grantedAt;

    protected Membership() {}

    Membership(UUID organisationId, UUID subject, Role role, Instant grantedAt) {
        this.organisationId = organisationId;
        this.subject = subject;
        this.role = role;
        this.grantedAt = grantedAt;
    }

    record Key(UUID organisationId, UUID subject, Role role) {}
}
