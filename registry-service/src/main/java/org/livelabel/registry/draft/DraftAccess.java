package org.livelabel.registry.draft;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** Who may see, write and publish a draft. A stranger cannot tell a private product from one that does not exist. */
@ApplicationScoped
class DraftAccess {
    @Inject
    DraftRepository rows;

    @Inject
    Caller caller;

    /** @throws HttpProblem 404 unless the caller is a member of the product's organisation */
    @Transactional
    void requireReader(UUID product) {
        Draft draft = find(product);
        if (caller.membershipIn(draft.publisherId).isEmpty()) {
            throw unknown(product);
        }
    }

    /** @throws HttpProblem 404 for a stranger's private product, 403 for a public one or without the role */
    @Transactional
    void requireEditor(UUID product) {
        Draft draft = find(product);
        Membership member = caller.membershipIn(draft.publisherId).orElseThrow(() -> stranger(draft));
        if (!member.mayEdit()) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "Writing a draft needs the role editor or publisher. An owner can give it to you.");
        }
    }

    /** @throws HttpProblem as for an editor; 401 unless two factors are fresh; 403 unless a verified publisher */
    @Transactional
    Membership requirePublisher(UUID product) {
        Draft draft = find(product);
        if (caller.membershipIn(draft.publisherId).isEmpty()) {
            throw stranger(draft);
        }
        return caller.requirePublisher(draft.publisherId);
    }

    private Draft find(UUID product) {
        return rows.findByIdOptional(product).orElseThrow(() -> unknown(product));
    }

    private static HttpProblem stranger(Draft draft) {
        return draft.isPublished()
                ? Problem.of(ProblemType.NOT_ALLOWED, "This product belongs to another organisation.")
                : unknown(draft.id);
    }

    private static HttpProblem unknown(UUID product) {
        return Problem.of(ProblemType.NOT_FOUND, "None of your organisations has a product " + product + ".");
    }
}
