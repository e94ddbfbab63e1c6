package org.livelabel.label.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SupportVersionRepository implements PanacheRepositoryBase<SupportVersion, Long> {}
