package org.livelabel.registry.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.SessionCheckMode;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;

@ApplicationScoped
class OrganisationRepository implements PanacheRepositoryBase<Organisation, UUID> {
    /** Those there are, in one query: {@code in} would be translated anew for every number of ids. */
    List<Organisation> of(Collection<UUID> ids) {
        return getSession().findMultiple(Organisation.class, List.copyOf(ids), SessionCheckMode.ENABLED).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    List<Organisation> list(@Nullable String words, @Nullable String kind, @Nullable Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (words != null) {
            conditions.containsEveryWord(words, "o.sortName");
        }
        if (kind != null) {
            conditions.equal("o.kind", kind);
        }
        if (after != null) {
            conditions.after("o.sortName", "o.id", after);
        }
        return find("from Organisation o " + conditions.where() + " order by o.sortName, o.id", conditions.parameters())
                .page(0, limit)
                .list();
    }
}
