package org.livelabel.conduct.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusyDatabaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"57014", "55P03", "40P01", "40001", "57P01", "57P03", "25P03", "08006", "53100", "53300", "58030"
            })
    void whatMayWorkInAMomentIsToldBySqlState(String state) {
        assertThat(BusyDatabase.causes(new IllegalStateException(new SQLException("passing", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "42501", "25P02", "XX000", "4"})
    void whatIsWrongStaysSo(String state) {
        assertThat(BusyDatabase.causes(new IllegalStateException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsBusyAndWhatNoDatabaseSaidIsNot() {
        assertThat(BusyDatabase.causes(new IllegalStateException(new SQLException("Acquisition timeout"))))
                .isTrue();
        assertThat(BusyDatabase.causes(new SQLTransientConnectionException("later", "XX000")))
                .isTrue();
        assertThat(BusyDatabase.causes(new IllegalStateException("ours"))).isFalse();
    }
}
