package org.livelabel.registry.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class SqlTest {
    @Inject
    Sql sql;

    @Test
    void valuesOfEveryKindGoInAndComeOut() {
        UUID id = UUID.randomUUID();
        Instant moment = Instant.parse("2026-11-24T23:59:59.123456Z");

        List<Object> read = QuarkusTransaction.requiringNew().call(() -> sql.list(
                        "select cast(? as text), cast(? as uuid), cast(? as int), cast(? as bigint), cast(? as boolean),"
                                + " cast(? as date), cast(? as timestamptz), cast(? as bytea)",
                        row -> Arrays.<Object>asList(
                                row.text(),
                                row.id(),
                                row.integer(),
                                row.number(),
                                row.flag(),
                                row.day(),
                                row.moment(),
                                row.bytes()),
                        "Ann",
                        id,
                        7,
                        5_000_000_000L,
                        true,
                        LocalDate.parse("2026-02-28"),
                        moment,
                        new byte[] {1, 2})
                .getFirst());

        assertThat(read)
                .containsExactly(
                        "Ann", id, 7, 5_000_000_000L, true, LocalDate.parse("2026-02-28"), moment, new byte[] {1, 2});
    }

    @Test
    void whatIsNotThereIsNullOnlyWhereThatIsExpected() {
        List<Object> read = QuarkusTransaction.requiringNew().call(() -> sql.list(
                        "select cast(? as text), cast(null as int), cast(null as boolean), cast(null as timestamptz)",
                        row -> Arrays.<Object>asList(
                                row.optionalText(), row.optionalInteger(), row.optionalFlag(), row.optionalMoment()),
                        (Object) null)
                .getFirst());

        assertThat(read).containsOnlyNulls().hasSize(4);
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew().call(() -> sql.list("select cast(null as text)", Row::text)))
                .hasStackTraceContaining("column 1 is null");
    }

    @Test
    void aSetIsOneArrayAndMayBeEmpty() {
        UUID[] none = {};

        List<String> read = QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "select name from unnest(?) name where not (gen_random_uuid() = any(?)) order by name",
                        Row::text,
                        new String[] {"b", "a"},
                        none));

        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void valuesHaveNamesWhereAStatementIsPutTogether() {
        List<String> read = QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "select cast(:p0 as text) || cast(:p1 as text) || cast(:p0 as text) || '!'::text",
                        Row::text,
                        Map.of("p0", "a", "p1", "b")));

        assertThat(read).containsExactly("aba!");
        assertThatThrownBy(() -> sql.list("select :p1", Row::text, Map.of("p0", "a")))
                .hasMessage(":p1");
    }

    @Test
    void severalRowsAreWrittenAtOnceOrNoneOfThem() {
        String insert = "insert into projection.policy_product (policy_id, version, product_id) values (?, 1, ?)";
        String count = "select count(*) from projection.policy_product where policy_id = ?";
        UUID policy = UUID.randomUUID();
        UUID product = UUID.randomUUID();

        QuarkusTransaction.requiringNew()
                .run(() ->
                        sql.executeAll(insert, List.of(product, UUID.randomUUID()), id -> new Object[] {policy, id}));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> sql.executeAll(
                                insert, List.of(UUID.randomUUID(), product), id -> new Object[] {policy, id})))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        violation -> assertThat(violation.getConstraintName()).isEqualTo("policy_product_pk"));

        assertThat(QuarkusTransaction.requiringNew().call(() -> sql.list(count, Row::number, policy)))
                .containsExactly(2L);
    }
}
