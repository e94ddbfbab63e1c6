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
                "{} | offline:not_stated shared:not_stated sold:not_stated",
                "{'data': {'collects': {'answer': 'no'}}}"
                        + " | collects:none data:stated offline:not_stated shared:no sold:no",
                "{'data': {'collects': {'answer': 'yes'}}}"
                        + " | data:stated offline:not_stated shared:not_stated sold:not_stated",
                "{'data': {'collects': {'answer': 'not_applicable'}}}"
                        + " | offline:not_stated shared:not_stated sold:not_stated",
                "{'data': {'practices': [{'data_type': 'camera'}]}}"
                        + " | collects:camera data:stated offline:not_stated shared:not_stated sold:not_stated",
                // what is told in detail counts more than that nothing is collected
                "{'data': {'collects': {'answer': 'no'}, 'practices': [{'data_type': 'camera'}]}}"
                        + " | collects:camera data:stated offline:not_stated shared:not_stated sold:not_stated",
                "{'data': {'practices': [{'data_type': 'camera', 'collected_by': []}]}}"
                        + " | offline:not_stated shared:not_stated sold:not_stated",
                "{'data': {'practices': [{'data_type': 'camera', 'sold': 'no'}, {'data_type': 'usage'}]}}"
                        + " | collects:camera collects:usage data:stated offline:not_stated shared:not_stated sold:not_stated",
                "{'data': {'practices': [{'data_type': 'camera', 'sold': 'no', 'shared_with': []}]}}"
                        + " | collects:camera data:stated offline:not_stated shared:no sold:no",
                "{'privacy': {'no_sale': {'answer': 'yes'}}} | offline:not_stated shared:not_stated sold:no",
                "{'privacy': {'no_sale': {'answer': 'no'}}} | offline:not_stated shared:not_stated sold:not_stated",
                "{'privacy': {'no_sale': {'answer': 'yes'}}, 'data': {'practices': [{'data_type': 'usage', 'sold': 'yes'}]}}"
                        + " | collects:usage data:stated offline:not_stated shared:not_stated sold:yes",
                "{'offline': {'works': {'answer': 'partly'}}} | offline:partly shared:not_stated sold:not_stated",
            })
    void onlyWhatIsSaidBecomesAnAnswer(String disclosure, String traits) throws JsonProcessingException {
        var found = Traits.of(new ObjectMapper().readTree(disclosure.replace('\'', '"')));

        assertThat(String.join(" ", found)).isEqualTo(traits);
    }

    @Test
    void withoutADisclosureEverythingIsSilent() {
        assertThat(Traits.of(null)).containsExactly("offline:not_stated", "shared:not_stated", "sold:not_stated");
    }
}
