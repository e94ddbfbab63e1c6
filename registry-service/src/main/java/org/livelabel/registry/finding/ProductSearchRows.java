package org.livelabel.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.promise.SupportTerms;
import org.livelabel.registry.sql.Sql;
import org.livelabel.support.SupportCommitment;

/** Writes what products are found by; {@link Search} reads it. */
@ApplicationScoped
class ProductSearchRows {
    private static final List<String> COLUMNS = List.of(
            "name",
            "name_words",
            "other_words",
            "maker_words",
            "category",
            "device_group",
            "manufacturer_id",
            "publisher_id",
            "listing",
            "standing",
            "support_kind",
            "support_end",
            "support_months",
            "sold_from",
            "sold_until",
            "registered_on",
            "traits",
            "criteria",
            "changed_index");

    private static final String UPSERT = "insert into projection.product_search (product_id, "
            + String.join(", ", COLUMNS) + ") values (?"
            + ", ?".repeat(COLUMNS.size()) + ") on conflict (product_id) do update set "
            + COLUMNS.stream().map(ProductSearchRows::update).collect(Collectors.joining(", "));

    private final Sql sql;

    ProductSearchRows(Sql sql) {
        this.sql = sql;
    }

    void keep(List<ProductSearch> rows) {
        sql.executeAll(UPSERT, rows, ProductSearchRows::values);
    }

    /** Gives the products of a maker the words of its name. */
    void keepMaker(UUID maker, String words) {
        sql.execute(
                "update projection.product_search set maker_words = ? where manufacturer_id = ? and maker_words <> ?",
                words,
                maker,
                words);
    }

    /** Says of the products of an organisation that something about them changed. */
    void touch(UUID organisation, long index) {
        sql.execute(
                "update projection.product_search set changed_index = greatest(changed_index, ?)"
                        + " where manufacturer_id = ? or publisher_id = ?",
                index,
                organisation,
                organisation);
    }

    void clear() {
        sql.execute("delete from projection.product_search");
    }

    private static String update(String column) {
        // what is withheld or released as firmware changes a product whose own state stays as it is
        return column.equals("changed_index")
                ? "changed_index = greatest(product_search.changed_index, excluded.changed_index)"
                : column + " = excluded." + column;
    }

    private static @Nullable Object[] values(ProductSearch row) {
        ProductState product = row.product();
        Identity identity = product.identity();
        SupportTerms terms =
                product.support() == null ? null : product.support().terms();
        return new @Nullable Object[] {
            product.id(),
            identity.name().toLowerCase(Locale.ROOT),
            SearchWords.fold(identity.name()),
            SearchWords.fold(identity.brand(), identity.model()),
            row.makerWords(),
            identity.category(),
            identity.deviceGroup(),
            product.manufacturer(),
            product.publisher(),
            product.listing().state().name().toLowerCase(Locale.ROOT),
            product.listing().standing().state().name().toLowerCase(Locale.ROOT),
            terms == null ? SupportTerms.NOT_STATED : terms.kind(),
            terms == null ? null : lastDay(terms),
            terms == null ? null : terms.months(),
            terms == null ? null : terms.generalAvailability(),
            terms == null ? null : soldUntil(terms),
            UtcDay.of(product.registeredAt()),
            row.traits().toArray(String[]::new),
            row.criteria().toArray(String[]::new),
            row.changedIndex()
        };
    }

    private static @Nullable LocalDate lastDay(SupportTerms terms) {
        return terms.commitment() instanceof SupportCommitment.FixedDate fixed
                ? fixed.end().lastDay()
                : null;
    }

    private static @Nullable LocalDate soldUntil(SupportTerms terms) {
        if (terms.endOfSales() == null) {
            return null;
        }
        // over, and nobody said when: any day before all others
        return terms.endOfSales().equals(SupportTerms.UNSTATED) ? LocalDate.EPOCH : LocalDate.parse(terms.endOfSales());
    }
}
