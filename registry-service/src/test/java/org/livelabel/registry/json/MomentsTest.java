package org.livelabel.registry.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.contract.Microseconds;

class MomentsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:58:35Z,           2026-11-24T09:58:35.000000Z",
        "2026-11-24T09:58:35.1Z,         2026-11-24T09:58:35.100000Z",
        "2026-11-24T09:58:35.123456Z,    2026-11-24T09:58:35.123456Z",
        "2026-11-24T09:58:35.123456789Z, 2026-11-24T09:58:35.123456Z",
    })
    void everyMomentOnTheWireHasSixDecimals(Instant moment, String written) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        new Microseconds().customize(mapper);

        assertThat(mapper.writeValueAsString(moment)).isEqualTo("\"" + written + "\"");
    }
}
