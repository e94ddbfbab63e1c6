package org.livelabel.account.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, Membership.Key> {
    /** A role of a person together with its organisation. */
    record Held(Organisation organisation, Role role) {}

    List<Held> heldBy(UUID subject) {
        return getEntityManager()
                .createQuery("""
                        select new org.livelabel.account.organisation.MembershipRepository$Held(o, m.role)
                        from Membership m join Organisation o on o.id = m.organisationId
                        where m.subject = :subject
                        order by o.name, o.id""", Held.class)
                .setParameter("subject", subject)
                .getResultList();
    }
}
