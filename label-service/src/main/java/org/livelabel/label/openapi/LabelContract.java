package org.livelabel.label.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.jboss.jandex.IndexView;
import org.livelabel.contract.Contract;

/** Completes the API's description when the service is built. The framework looks for the interface on the class itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class LabelContract extends Contract implements OASFilter {
    public LabelContract(IndexView index) {
        super(index);
    }

    /** Those of {@code Refusal}. */
    @Override
    protected Map<Integer, List<String>> problems() {
        return Map.of(
                400, List.of("invalid-gtin", "invalid-path", "invalid-parameter"),
                404, List.of("not-listed", "unknown-label", "gtin-not-of-product", "no-page"),
                406, List.of("refused"),
                503, List.of("loading"));
    }

    @Override
    protected boolean hasPages() {
        return true;
    }
}
