package org.livelabel.account.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.json.Fields;

/**
 * A maker that is not here itself.
 *
 * @param kind always {@code manufacturer}: everybody else registers for themselves
 */
@Schema(requiredProperties = {"name", "kind"})
public record OrganisationRequest(
        String name,
        Kind kind,
        @Nullable String country,
        @Nullable String contact) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with everything that is wrong */
    static OrganisationRequest of(JsonNode body) {
        Fields fields = new Fields(body);
        Optional<String> name = fields.text("name", true, FactRules::name);
        fields.text("kind", true, OrganisationRequest::manufacturer);
        Optional<String> country = fields.text("country", false, FactRules::country);
        Optional<String> contact = fields.text("contact", false, FactRules::contact);
        fields.end();
        return new OrganisationRequest(
                name.orElseThrow(), Kind.MANUFACTURER, country.orElse(null), contact.orElse(null));
    }

    /** Nobody has verified a maker that somebody else put down. */
    OrganisationFacts facts() {
        return new OrganisationFacts(name, kind, country, contact, false, false);
    }

    private static Optional<String> manufacturer(String kind) {
        return kind.equals(Kind.MANUFACTURER.code())
                ? Optional.empty()
                : Optional.of("must be manufacturer; other organisations register themselves");
    }
}
