package org.livelabel.registry.draft;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.problem.ProblemType;

/**
 * Who may see, write and publish a draft. A stranger cannot tell a private product from one that does not exist.
 *
 * <p>Asked before a transaction opens: while account-service is slow to answer, no database connection is held. So the
 * product may be handed over between the answer and the command; {@code publishing} looks at the owner again, under the draft's
 * lock.
 */
@ApplicationScoped
public class DraftAccess {
    private final DraftRepository rows;
    private final Caller caller;

    DraftAccess(DraftRepository rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** @throws HttpProblem 404 unless the caller is a member of the product's organisation */
    public Membership requireReader(UUID product) {
        DraftOwner owner = find(product);
        return caller.membershipIn(owner.publisher()).orElseThrow(() -> unknown(product));
    }

    /** @throws HttpProblem 404 for a stranger's private product, 403 for a public one or without the role */
    public Membership requireEditor(UUID product) {
        DraftOwner owner = find(product);
        Membership member = caller.membershipIn(owner.publisher()).orElseThrow(() -> stranger(product, owner));
        if (!member.mayEdit()) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "Writing a draft needs the role editor or publisher. An owner can give it to you.");
        }
        return member;
    }

    /** @throws HttpProblem as for an editor; 401 unless two factors are fresh; 403 unless a verified publisher */
    public Membership requirePublisher(UUID product) {
        DraftOwner owner = find(product);
        if (caller.membershipIn(owner.publisher()).isEmpty()) {
            throw stranger(product, owner);
        }
        return caller.requirePublisher(owner.publisher());
    }

    private DraftOwner find(UUID product) {
        return rows.ownerOf(product).orElseThrow(() -> unknown(product));
    }

    private static HttpProblem stranger(UUID product, DraftOwner owner) {
        return owner.published()
                ? Problem.of(ProblemType.NOT_ALLOWED, "This product belongs to another organisation.")
                : unknown(product);
    }

    static HttpProblem unknown(UUID product) {
        return Problem.of(ProblemType.NOT_FOUND, "None of your organisations has a product " + product + ".");
    }
}
