package org.livelabel.registry.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A product that a version of a policy names. */
@Entity
@IdClass(PolicyProduct.Key.class)
@Table(schema = "projection", name = "policy_product")
class PolicyProduct {
    @Id
    UUID policyId;

    @Id
    int version;

    @Id
    UUID productId;

    record Key(UUID policyId, int version, UUID productId) implements Serializable {}
}
