package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/**
 * Every version of every policy, and the products that each names. Only what was published before a moment is found;
 * {@link org.livelabel.registry.product.Day#EVER} leaves nothing out.
 */
@ApplicationScoped
class PolicyRows {
    private static final String SELECT =
            "select v.policy_id, v.version, v.organisation_id, v.kind, v.for_all, v.effective_on, v.published_at,"
                    + " v.log_index, v.data from projection.policy_version v ";

    /** The version, or another one of its policy, is or was for all products or for one. The value is the product. */
    private static final String EVER_FOR = """
            (exists (select 1 from projection.policy_version a where a.policy_id = v.policy_id and a.for_all)
              or exists (select 1 from projection.policy_product n where n.policy_id = v.policy_id and n.product_id = ?))""";

    private final Sql sql;

    PolicyRows(Sql sql) {
        this.sql = sql;
    }

    List<PolicyVersion> of(Collection<UUID> policies, Instant before) {
        return list(
                "where v.policy_id = any(?) and v.published_at < ? order by v.log_index",
                policies.toArray(UUID[]::new),
                before);
    }

    List<PolicyVersion> of(UUID organisation, PolicyKind kind) {
        return list("where v.organisation_id = ? and v.kind = ? order by v.log_index", organisation, kind.wireName());
    }

    /** The policy that is for all products, or was last. */
    Optional<UUID> lastForAll(UUID organisation, PolicyKind kind, Instant before) {
        return sql.first(
                "select policy_id from projection.policy_version where organisation_id = ? and kind = ? and for_all"
                        + " and published_at < ? order by log_index desc limit 1",
                Row::id,
                organisation,
                kind.wireName(),
                before);
    }

    /** First versions, in the order in which the policies came to be. */
    List<PolicyVersion> firstOf(UUID organisation, long afterIndex, Instant before, int limit) {
        return list(
                "where v.organisation_id = ? and v.version = 1 and v.log_index > ? and v.published_at < ?"
                        + " order by v.log_index limit ?",
                organisation,
                afterIndex,
                before,
                limit);
    }

    List<PolicyVersion> latestOf(UUID organisation, int limit) {
        return list("where v.organisation_id = ? order by v.log_index desc limit ?", organisation, limit);
    }

    /** Those of an organisation that are for this product, the newest first. */
    List<PolicyVersion> latestFor(UUID product, UUID organisation, int limit) {
        return list("""
                where v.organisation_id = ? and (v.for_all or exists (select 1 from projection.policy_product n
                  where n.policy_id = v.policy_id and n.version = v.version and n.product_id = ?))
                order by v.log_index desc limit ?""", organisation, product, limit);
    }

    /** As {@link #everFor} of one organisation, without what is replaced by the end of the day. */
    List<PolicyVersion> fromOn(UUID product, UUID organisation, LocalDate day, Instant before) {
        return list(
                "where v.organisation_id = ? and v.published_at < ? and " + EVER_FOR + """
                 and not exists (select 1 from projection.policy_version l where l.policy_id = v.policy_id
                  and l.version > v.version and l.effective_on <= ? and l.published_at < ?)
                order by v.log_index""",
                organisation,
                before,
                product,
                day,
                before);
    }

    /** Every version of the policies that were ever for this product, those included that no longer name it. */
    List<PolicyVersion> everFor(
            UUID product, Collection<UUID> organisations, Collection<PolicyKind> kinds, Instant before) {
        return list(
                "where v.organisation_id = any(?) and v.published_at < ? and v.kind = any(?) and " + EVER_FOR
                        + " order by v.log_index",
                organisations.toArray(UUID[]::new),
                before,
                kinds.stream().map(PolicyKind::wireName).toArray(String[]::new),
                product);
    }

    void add(PolicyVersion version, List<UUID> products) {
        sql.execute(
                """
                insert into projection.policy_version (policy_id, version, organisation_id, kind, for_all, effective_on,
                  published_at, log_index, data)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                version.policyId(),
                version.version(),
                version.organisationId(),
                version.kind(),
                version.forAll(),
                version.effectiveOn(),
                version.publishedAt(),
                version.logIndex(),
                version.data());
        sql.executeAll(
                "insert into projection.policy_product (policy_id, version, product_id) values (?, ?, ?)",
                products,
                product -> new Object[] {version.policyId(), version.version(), product});
    }

    void clear() {
        sql.execute("delete from projection.policy_product");
        sql.execute("delete from projection.policy_version");
    }

    private List<PolicyVersion> list(String which, @Nullable Object... values) {
        return sql.list(SELECT + which, PolicyRows::version, values);
    }

    private static PolicyVersion version(Row row) throws SQLException {
        return new PolicyVersion(
                row.id(),
                row.integer(),
                row.id(),
                row.text(),
                row.flag(),
                row.day(),
                row.moment(),
                row.number(),
                row.text());
    }
}
