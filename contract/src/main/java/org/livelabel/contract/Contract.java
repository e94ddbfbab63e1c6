package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes a service's OpenAPI document when the service is built: what every operation has in common is derived from the
 * code, the JSON Schemas that bodies are checked against are put under {@code components}, and
 * {@code /openapi-words.yaml} says in words what each field and value means. A service has a subclass with
 * {@code @OpenApiFilter}.
 */
public abstract class Contract implements OASFilter {
    private final IndexView index;

    protected Contract(IndexView index) {
        this.index = index;
    }

    /** The names of the problem types that this service answers with, by status. */
    protected abstract Map<Integer, List<String>> problems();

    /** The JSON Schemas under {@code /schemas} that belong to the document, such as {@code draft/1}. */
    protected List<String> schemas() {
        return List.of();
    }

    /** Statuses whose problems are shown to a browser as a page. */
    protected boolean hasPages() {
        return false;
    }

    @Override
    public final void filterOpenAPI(OpenAPI api) {
        ObjectNode document = Model.tree(api);
        Words words = Words.read(getClass());
        JsonSchemas schemas = JsonSchemas.read(getClass(), schemas());
        schemas.putInto(document);
        new Shapes(index).complete(document);
        new Operations(OperationFacts.of(index), problems(), hasPages()).complete(document, words);
        words.putInto(document);
        JsonNode examples = Resources.json(getClass(), "/api-examples.json");
        if (examples != null) {
            Operations.each(document, (path, operation) -> Operations.example(operation, examples));
        }
        schemas.resolve(document);
        Schemas.sayWhatIsAnAddress(document);
        Schemas.tidy(document);
        Model.replace(api, document);
    }
}
