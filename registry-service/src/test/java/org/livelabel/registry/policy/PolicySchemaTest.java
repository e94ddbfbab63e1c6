package org.livelabel.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.disclosure.ChangeCode;

/** The published schema and the code know the same words. */
class PolicySchemaTest {
    @Test
    void theSchemaNamesEveryKindAndEveryChangeCode() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(getClass().getResource("/schemas/policy-1.json"));

        assertThat(words(schema.at("/properties/kind/enum")))
                .isEqualTo(Arrays.stream(PolicyKind.values())
                        .map(PolicyKind::wireName)
                        .toList());
        assertThat(words(schema.at("/properties/change_codes/items/enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PolicyChange.values())
                        .map(PolicyChange::wireName)
                        .toList());
    }

    @Test
    void whateverMattersInADisclosureIsAWordThatAPolicyCanBeHeldTo() {
        Stream<String> found = Arrays.stream(ChangeCode.values())
                .filter(ChangeCode::isMaterial)
                .map(ChangeCode::wireName);

        assertThat(found.map(PolicyChange::fromWireName))
                .allSatisfy(change -> assertThat(change).get().matches(PolicyChange::isMaterial));
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
