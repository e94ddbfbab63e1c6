package org.livelabel.registry.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.jboss.jandex.IndexView;
import org.livelabel.contract.Contract;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.problem.ProblemType;

/** Completes the API's description when the service is built. The framework looks for the interface on the class itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RegistryContract extends Contract implements OASFilter {
    public RegistryContract(IndexView index) {
        super(index);
    }

    @Override
    protected List<String> schemas() {
        return Schemas.NAMES;
    }

    @Override
    protected Map<Integer, List<String>> problems() {
        return Arrays.stream(ProblemType.values())
                .collect(Collectors.groupingBy(
                        ProblemType::status, Collectors.mapping(ProblemType::slug, Collectors.toList())));
    }
}
