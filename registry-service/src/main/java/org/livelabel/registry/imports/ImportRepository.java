package org.livelabel.registry.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<Import, UUID> {
    /** The oldest import with lines to do that nobody else is working on, held to the end of the transaction. */
    @SuppressWarnings("unchecked")
    Optional<Import> claimNext() {
        List<Import> found = getEntityManager()
                .createNativeQuery(
                        "select * from work.import where state in ('accepted', 'running') order by created_at limit 1"
                                + " for update skip locked",
                        Import.class)
                .getResultList();
        return found.stream().findFirst();
    }

    void advance(Import job) {
        update("state = ?1, done = ?2, finishedAt = ?3 where id = ?4", job.state, job.done, job.finishedAt, job.id);
    }
}
