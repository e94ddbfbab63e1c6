package org.livelabel.registry.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | ",
                "{'data': {'collects': {'answer': 'no'}}} | collects:none data:stated shared:no sold:no",
                "{'data': {'collects': {'answer': 'yes'}}} | data:stated",
                "{'data': {'collects': {'answer': 'not_applicable'}}} | ",
                "{'data': {'practices': [{'data_type': 'camera'}]}} | collects:camera data:stated",
                "{'data': {'practices': [{'data_type': 'camera', 'collected_by': []}]}} | ",
                "{'data': {'practices': [{'data_type': 'camera', 'sold': 'no'}, {'data_type': 'usage'}]}}"
                        + " | collects:camera collects:usage data:stated",
                "{'data': {'practices': [{'data_type': 'camera', 'sold': 'no', 'shared_with': []}]}}"
                        + " | collects:camera data:stated shared:no sold:no",
                "{'privacy': {'no_sale': {'answer': 'yes'}}} | sold:no",
                "{'privacy': {'no_sale': {'answer': 'no'}}} | ",
                "{'privacy': {'no_sale': {'answer': 'yes'}}, 'data': {'practices': [{'data_type': 'usage', 'sold': 'yes'}]}}"
                        + " | collects:usage data:stated sold:yes",
                "{'offline': {'works': {'answer': 'partly'}}} | offline:partly",
            })
    void onlyWhatIsSaidBecomesATrait(String disclosure, String traits) throws JsonProcessingException {
        var found = Traits.of(new ObjectMapper().readTree(disclosure.replace('\'', '"')));

        assertThat(String.join(" ", found)).isEqualTo(traits == null ? "" : traits);
    }

    @Test
    void withoutADisclosureThereIsNone() {
        assertThat(Traits.of(null)).isEmpty();
    }
}
