package org.livelabel.registry.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One version of a policy: the publication's data as JSON, and the columns to find it by. */
@Entity
@IdClass(PolicyVersion.Key.class)
@Table(schema = "projection", name = "policy_version")
class PolicyVersion {
    @Id
    UUID policyId;

    @Id
    int version;

    UUID organisationId;
    String kind;
    boolean forAll;
    LocalDate effectiveOn;
    Instant publishedAt;
    long logIndex;
    String data;

    record Key(UUID policyId, int version) implements Serializable {}
}
