package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseGaugesTest {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Object> given = new ArrayList<>();
    private int looks;
    private boolean away;

    private final DatabaseGauges gauges =
            new DatabaseGauges(fake(DataSource.class, this::connection), metrics, FRESH, nanos::get);

    @Test
    void oneLookAnswersAllOfItsGaugesForAWhile() {
        Instant moment = Instant.parse("2026-11-24T12:00:00Z");
        gauges.register(List.of("waiting", "oldest.seconds"), "select 1, 2", List.of(() -> moment));

        double waiting = gauge("waiting");
        double oldest = metrics.get("oldest").gauge().value();
        int atFirst = looks;
        nanos.addAndGet(FRESH.toNanos());
        double later = gauge("waiting");

        assertThat(waiting).isEqualTo(101);
        assertThat(oldest).isEqualTo(102);
        assertThat(metrics.get("oldest").gauge().getId().getBaseUnit()).isEqualTo("seconds");
        assertThat(atFirst).isEqualTo(1);
        assertThat(later).isEqualTo(201);
        assertThat(given).first().hasToString("2026-11-24T12:00Z");
    }

    @Test
    void aDatabaseThatIsAwayIsNoNumberAndIsNotAskedByEveryGauge() {
        gauges.register(List.of("one"), "select 1", List.of());
        gauges.register(List.of("other"), "select 1", List.of());
        away = true;

        double one = gauge("one");
        double other = gauge("other");
        int whileAway = looks;
        away = false;
        nanos.addAndGet(FRESH.toNanos());

        assertThat(one).isNaN();
        assertThat(other).isNaN();
        assertThat(whileAway).isEqualTo(1);
        assertThat(gauge("one")).isPositive();
        assertThat(gauge("other")).isPositive();
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private Object connection(Object proxy, Method method, Object[] arguments) throws Throwable {
        looks++;
        if (away) {
            throw new SQLTransientConnectionException("nobody there");
        }
        ResultSet row = fake(
                ResultSet.class,
                (it, read, column) -> read.getName().equals("getDouble")
                        ? looks * 100.0 + (int) column[0]
                        : read.getReturnType() == boolean.class ? true : null);
        PreparedStatement statement = fake(PreparedStatement.class, (it, call, values) -> {
            if (call.getName().equals("setObject")) {
                given.add(values[1]);
            }
            return call.getName().equals("executeQuery") ? row : null;
        });
        return fake(Connection.class, (it, call, sql) -> call.getName().equals("prepareStatement") ? statement : null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
