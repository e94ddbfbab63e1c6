package org.livelabel.conduct;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gauges that a look into the database answers. Who scrapes waits for it, on the port of management and outside of every
 * transaction; nobody else does. While the database is away the gauges are not numbers, and it is left alone for a while.
 */
@ApplicationScoped
public class DatabaseGauges {
    private static final Logger LOG = Logger.getLogger(DatabaseGauges.class);
    private static final int PATIENCE_SECONDS = 2;
    private static final String SECONDS = ".seconds";

    private final DataSource database;
    private final MeterRegistry metrics;
    private final Duration fresh;
    private final LongSupplier nanos;

    /** When it last did not answer, for all looks: one after the other would wait for it otherwise. */
    private volatile @Nullable Long away;

    @Inject
    DatabaseGauges(DataSource database, MeterRegistry metrics, MetricsSettings settings) {
        this(database, metrics, settings.fresh(), System::nanoTime);
    }

    DatabaseGauges(DataSource database, MeterRegistry metrics, Duration fresh, LongSupplier nanos) {
        this.database = database;
        this.metrics = metrics;
        this.fresh = fresh;
        this.nanos = nanos;
    }

    /**
     * To be called once for each look.
     *
     * @param names one for each column; what ends in {@code .seconds} is a time
     * @param sql has one row of numbers as its answer, and has to be cheap whatever the tables hold
     * @param moments what stands for its question marks, asked each time
     */
    public void register(List<String> names, String sql, List<Supplier<Instant>> moments) {
        Look look = new Look(names.size(), sql, moments);
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            String name = names.get(i);
            Gauge.Builder<Look> gauge = name.endsWith(SECONDS)
                    ? Gauge.builder(name.substring(0, name.length() - SECONDS.length()), look, it -> it.value(column))
                            .baseUnit("seconds")
                    : Gauge.builder(name, look, it -> it.value(column));
            gauge.strongReference(true).register(metrics);
        }
    }

    private final class Look {
        private final int columns;
        private final String sql;
        private final List<Supplier<Instant>> moments;
        private @Nullable Long lookedAt;
        private double @Nullable [] values;

        Look(int columns, String sql, List<Supplier<Instant>> moments) {
            this.columns = columns;
            this.sql = sql;
            this.moments = moments;
        }

        synchronized double value(int column) {
            if (isOver(lookedAt)) {
                values = isOver(away) ? look() : null;
                lookedAt = nanos.getAsLong();
            }
            return values == null ? Double.NaN : values[column];
        }

        private boolean isOver(@Nullable Long since) {
            return since == null || nanos.getAsLong() - since >= fresh.toNanos();
        }

        private double @Nullable [] look() {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(PATIENCE_SECONDS);
                for (int i = 0; i < moments.size(); i++) {
                    statement.setObject(
                            i + 1, OffsetDateTime.ofInstant(moments.get(i).get(), ZoneOffset.UTC));
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    double[] numbers = new double[columns];
                    for (int i = 0; i < columns; i++) {
                        numbers[i] = row.getDouble(i + 1);
                    }
                    return numbers;
                }
            } catch (SQLException e) {
                away = nanos.getAsLong();
                LOG.debugf("the database does not say what is measured: %s", e.getMessage());
                return null;
            }
        }
    }
}
