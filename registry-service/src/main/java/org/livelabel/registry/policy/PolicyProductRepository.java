package org.livelabel.registry.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PolicyProductRepository implements PanacheRepositoryBase<PolicyProduct, PolicyProduct.Key> {}
