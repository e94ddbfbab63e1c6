package org.livelabel.registry.draft;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;

/** Whose products an organisation may list: its own; an operator those of makers that are not here. */
@ApplicationScoped
public class ListingRights {
    private final Organisations organisations;

    ListingRights(Organisations organisations) {
        this.organisations = organisations;
    }

    public boolean isOperator(UUID publisher) {
        return organisations
                .find(publisher)
                .filter(o -> o.kind().equals("operator"))
                .isPresent();
    }

    /** Left out, the product would be the operator's own, and what it found the maker's word. */
    public static HttpProblem operatorsNameTheMaker() {
        return Problem.at(
                ProblemType.INVALID_CONTENT,
                "/manufacturer",
                "is missing; an operator names the maker whose product it lists");
    }

    /** @throws HttpProblem 403, 409 or 422 unless this organisation may list that manufacturer's products */
    public void requireMayListFor(UUID publisher, UUID manufacturer) {
        if (publisher.equals(manufacturer)) {
            return;
        }
        if (!isOperator(publisher)) {
            throw Problem.at(ProblemType.NOT_ALLOWED, "/manufacturer", "must be your own organisation, " + publisher);
        }
        OrganisationFacts maker = organisations
                .find(manufacturer)
                .orElseThrow(() -> Problem.at(
                        ProblemType.INVALID_CONTENT, "/manufacturer", "is not an organisation that is listed here"));
        if (maker.verified()) {
            throw Problem.at(
                    ProblemType.MAKER_IS_HERE,
                    "/manufacturer",
                    "has joined and publishes for itself; tell it what you found");
        }
    }
}
