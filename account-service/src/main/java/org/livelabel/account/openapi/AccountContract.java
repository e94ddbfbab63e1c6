package org.livelabel.account.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.jboss.jandex.IndexView;
import org.livelabel.account.problem.ProblemType;
import org.livelabel.contract.Contract;

/** Completes the API's description when the service is built. The framework looks for the interface on the class itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccountContract extends Contract implements OASFilter {
    public AccountContract(IndexView index) {
        super(index);
    }

    @Override
    protected Map<Integer, List<String>> problems() {
        return Arrays.stream(ProblemType.values())
                .collect(Collectors.groupingBy(
                        ProblemType::status, Collectors.mapping(ProblemType::slug, Collectors.toList())));
    }
}
