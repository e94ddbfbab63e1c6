package org.livelabel.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** The organisations as the log left them. */
@ApplicationScoped
class OrganisationRows {
    private static final String COLUMNS =
            "id, name, kind, country, contact, verified, suspended, registered_at, as_of_index";

    private final Sql sql;

    OrganisationRows(Sql sql) {
        this.sql = sql;
    }

    Optional<OrganisationFacts> find(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from projection.organisation where id = ?", OrganisationRows::facts, id);
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return sql
                .list(
                        "select id, name from projection.organisation where id = any(?)",
                        row -> Map.entry(row.id(), row.text()),
                        (Object) ids.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In the order of {@link #sortName}, then of their ids. */
    List<OrganisationFacts> list(@Nullable String words, @Nullable String kind, @Nullable Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (words != null) {
            conditions.containsEveryWord(words, "sort_name");
        }
        if (kind != null) {
            conditions.equal("kind", kind);
        }
        if (after != null) {
            conditions.after("sort_name", "id", after);
        }
        return sql.list(
                "select " + COLUMNS + " from projection.organisation " + conditions.where()
                        + " order by sort_name, id limit " + limit,
                OrganisationRows::facts,
                conditions.parameters());
    }

    /** What the list is sorted by. */
    static String sortName(OrganisationFacts facts) {
        return facts.name().toLowerCase(Locale.ROOT);
    }

    void keep(OrganisationFacts facts) {
        sql.execute(
                """
                insert into projection.organisation (id, name, sort_name, kind, country, contact, verified, suspended,
                  registered_at, as_of_index)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, sort_name = excluded.sort_name, kind = excluded.kind,
                  country = excluded.country, contact = excluded.contact, verified = excluded.verified,
                  suspended = excluded.suspended, registered_at = excluded.registered_at,
                  as_of_index = excluded.as_of_index""",
                facts.id(),
                facts.name(),
                sortName(facts),
                facts.kind(),
                facts.country(),
                facts.contact(),
                facts.verified(),
                facts.suspended(),
                facts.registeredAt(),
                facts.asOfIndex());
    }

    void clear() {
        sql.execute("delete from projection.organisation");
    }

    private static OrganisationFacts facts(Row row) throws SQLException {
        return new OrganisationFacts(
                row.id(),
                row.text(),
                row.text(),
                row.optionalText(),
                row.optionalText(),
                row.flag(),
                row.flag(),
                row.moment(),
                row.number());
    }
}
