package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.promise.SupportTerms;

/**
 * A draft that keeps every rule. A part that is null is left as it was published.
 *
 * @param gtins 14 digits each
 * @param supportReason why a promise is shortened or a record corrected, by language
 * @param materiality what the maker says about this change of the disclosure; counts for one publication
 * @param supportErrorCorrected the publisher says that what stood there before was its own mistake
 */
public record DraftContent(
        Identity identity,
        @Nullable List<String> gtins,
        @Nullable SupportTerms support,
        @Nullable JsonNode supportReason,
        boolean supportErrorCorrected,
        @Nullable JsonNode disclosure,
        @Nullable JsonNode materiality) {
    public DraftContent withGtins(List<String> others) {
        return new DraftContent(
                identity, others, support, supportReason, supportErrorCorrected, disclosure, materiality);
    }
}
