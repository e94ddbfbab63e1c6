package org.livelabel.registry.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.problem.ProblemType;

/**
 * One page of a list.
 *
 * @param self path and query of this page
 * @param next path and query of the next page; absent on the last one
 */
public record Page<T>(
        List<T> items,
        @Address String self,
        @Address @Nullable String next,

        @Schema(
                description =
                        "Index of the log: everything published up to it is on these pages. For what comes later keep the "
                                + "index of the first page. Absent for a day that has passed")
        @Nullable Long asOfIndex)
        implements AsOfIndex {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** @param index read before the rows were, so that nothing up to it is missing from them; null for what has passed */
    public Page<T> asOf(@Nullable Long index) {
        return new Page<>(items, self, next, index);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    public static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MAX_LIMIT) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, "limit", "must be a number between 1 and " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }
}
