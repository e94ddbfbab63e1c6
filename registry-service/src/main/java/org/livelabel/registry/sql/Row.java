package org.livelabel.registry.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read from its first column to its last. */
public final class Row {
    private final ResultSet rows;
    private int column;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text() throws SQLException {
        return there(optionalText());
    }

    public @Nullable String optionalText() throws SQLException {
        return rows.getString(++column);
    }

    public UUID id() throws SQLException {
        return there(rows.getObject(++column, UUID.class));
    }

    public int integer() throws SQLException {
        return rows.getInt(++column);
    }

    public @Nullable Integer optionalInteger() throws SQLException {
        return rows.getObject(++column, Integer.class);
    }

    public long number() throws SQLException {
        return rows.getLong(++column);
    }

    public boolean flag() throws SQLException {
        return rows.getBoolean(++column);
    }

    public @Nullable Boolean optionalFlag() throws SQLException {
        return rows.getObject(++column, Boolean.class);
    }

    public LocalDate day() throws SQLException {
        return there(rows.getObject(++column, LocalDate.class));
    }

    public Instant moment() throws SQLException {
        return there(optionalMoment());
    }

    public @Nullable Instant optionalMoment() throws SQLException {
        OffsetDateTime moment = rows.getObject(++column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    public byte[] bytes() throws SQLException {
        return there(optionalBytes());
    }

    public byte @Nullable [] optionalBytes() throws SQLException {
        return rows.getBytes(++column);
    }

    private <T> T there(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is null");
        }
        return value;
    }
}
