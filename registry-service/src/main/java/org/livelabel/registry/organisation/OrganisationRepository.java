package org.livelabel.registry.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;

@ApplicationScoped
class OrganisationRepository implements PanacheRepositoryBase<Organisation, UUID> {
    Map<UUID, String> names(Collection<UUID> ids) {
        return getSession().doReturningWork(connection -> {
            try (var select =
                    connection.prepareStatement("select id, name from projection.organisation where id = any(?)")) {
                select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                Map<UUID, String> names = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        names.put(rows.getObject(1, UUID.class), rows.getString(2));
                    }
                }
                return names;
            }
        });
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
