package org.livelabel.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.promise.SupportTerms;
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

    private final Session session;

    ProductSearchRows(Session session) {
        this.session = session;
    }

    void keep(List<ProductSearch> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement(UPSERT)) {
                for (ProductSearch row : rows) {
                    set(upsert, row);
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        });
    }

    /** Gives the products of a maker the words of its name. */
    void keepMaker(UUID maker, String words) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement(
                    "update projection.product_search set maker_words = ? where manufacturer_id = ? and maker_words <> ?")) {
                update.setString(1, words);
                update.setObject(2, maker);
                update.setString(3, words);
                update.executeUpdate();
            }
        });
    }

    /** Says of the products of an organisation that something about them changed. */
    void touch(UUID organisation, long index) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement(
                    "update projection.product_search set changed_index = greatest(changed_index, ?)"
                            + " where manufacturer_id = ? or publisher_id = ?")) {
                update.setLong(1, index);
                update.setObject(2, organisation);
                update.setObject(3, organisation);
                update.executeUpdate();
            }
        });
    }

    void clear() {
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from projection.product_search")) {
                delete.executeUpdate();
            }
        });
    }

    private static String update(String column) {
        // what is withheld or released as firmware changes a product whose own state stays as it is
        return column.equals("changed_index")
                ? "changed_index = greatest(product_search.changed_index, excluded.changed_index)"
                : column + " = excluded." + column;
    }

    private static void set(PreparedStatement upsert, ProductSearch row) throws SQLException {
        Connection connection = upsert.getConnection();
        ProductState product = row.product();
        Identity identity = product.identity();
        int column = 0;
        upsert.setObject(++column, product.id());
        upsert.setString(++column, identity.name().toLowerCase(Locale.ROOT));
        upsert.setString(++column, SearchWords.fold(identity.name()));
        upsert.setString(++column, SearchWords.fold(identity.brand(), identity.model()));
        upsert.setString(++column, row.makerWords());
        upsert.setString(++column, identity.category());
        upsert.setString(++column, identity.deviceGroup());
        upsert.setObject(++column, product.manufacturer());
        upsert.setObject(++column, product.publisher());
        upsert.setString(++column, product.listing().state().name().toLowerCase(Locale.ROOT));
        upsert.setString(++column, product.listing().standing().state().name().toLowerCase(Locale.ROOT));
        SupportTerms terms =
                product.support() == null ? null : product.support().terms();
        upsert.setString(++column, terms == null ? SupportTerms.NOT_STATED : terms.kind());
        upsert.setObject(++column, terms == null ? null : lastDay(terms));
        upsert.setObject(++column, terms == null ? null : terms.months());
        upsert.setObject(++column, terms == null ? null : terms.generalAvailability());
        upsert.setObject(++column, terms == null ? null : soldUntil(terms));
        upsert.setObject(++column, UtcDay.of(product.registeredAt()));
        upsert.setArray(++column, connection.createArrayOf("text", row.traits().toArray()));
        upsert.setArray(
                ++column, connection.createArrayOf("text", row.criteria().toArray()));
        upsert.setLong(++column, row.changedIndex());
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
