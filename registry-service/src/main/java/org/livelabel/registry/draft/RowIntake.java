package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.json.StrictJson;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** Takes a row of an import: the organisation's own product_ref says which product it is. */
@ApplicationScoped
public class RowIntake {
    private static final String SCHEMA = "import-row/1";

    @Inject
    DraftRules rules;

    @Inject
    DraftRepository rows;

    @Inject
    Drafts drafts;

    public enum Result {
        PUBLISHED,
        DRAFTED,
        /** Said before, word for word, and nothing was left to publish. */
        UNCHANGED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Taken(Result result, UUID product) {}

    /** A row that keeps every rule that can be checked without looking at other products. */
    public static final class Row {
        private final String productRef;
        private final @Nullable UUID manufacturer;
        private final DraftContent content;
        private final JsonNode json;

        private Row(String productRef, @Nullable UUID manufacturer, DraftContent content, JsonNode json) {
            this.productRef = productRef;
            this.manufacturer = manufacturer;
            this.content = content;
            this.json = json;
        }

        public String productRef() {
            return productRef;
        }

        /** Whether it says which GTINs the product has; otherwise it keeps those it has. */
        public boolean saysGtins() {
            return content.gtins() != null;
        }

        /** 14 digits each; none if it does not say. */
        public List<String> gtins() {
            return content.gtins() == null ? List.of() : content.gtins();
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 422, with every violation */
    public Row read(String line) {
        JsonNode json = StrictJson.parse(line);
        DraftContent content = rules.require(SCHEMA, json);
        return new Row(
                json.get("product_ref").asText(),
                json.has("manufacturer")
                        ? UUID.fromString(json.get("manufacturer").asText())
                        : null,
                content,
                ((ObjectNode) json).without(Set.of("product_ref", "manufacturer")));
    }

    /** Holds the drafts that the rows are about, before the first of the rows is taken. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID publisher, List<Row> all) {
        rows.lockByRefs(publisher, all.stream().map(Row::productRef).toList());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem and then the transaction has to be rolled back */
    @Transactional(Transactional.TxType.MANDATORY)
    public Taken take(UUID publisher, boolean publish, Row row) {
        if (row.manufacturer == null && drafts.isOperator(publisher)) {
            throw Drafts.operatorsNameTheMaker();
        }
        UUID manufacturer = row.manufacturer == null ? publisher : row.manufacturer;
        Draft draft = rows.lockByRef(publisher, row.productRef).orElse(null);
        if (draft == null) {
            drafts.requireMayListFor(publisher, manufacturer);
            draft = drafts.create(publisher, manufacturer, row.productRef);
        } else if (!draft.manufacturerId.equals(manufacturer)) {
            throw Problem.at(
                    ProblemType.INVALID_CONTENT, "/manufacturer", "differs from the one this product was created with");
        }
        boolean same = says(draft, row.json);
        if (same && (!publish || !draft.hasChanges())) {
            return new Taken(Result.UNCHANGED, draft.id);
        }
        if (!same) {
            drafts.write(draft, row.content, row.json);
        }
        if (!publish) {
            return new Taken(Result.DRAFTED, draft.id);
        }
        drafts.requireMayListFor(publisher, manufacturer);
        boolean nothingNew = drafts.publish(draft, row.content).isEmpty();
        return new Taken(nothingNew ? Result.UNCHANGED : Result.PUBLISHED, draft.id);
    }

    /** What was published left its reasons behind; a row that repeats them says nothing new. */
    private static boolean says(Draft draft, JsonNode row) {
        if (draft.content == null) {
            return false;
        }
        JsonNode content = StrictJson.parse(draft.content);
        return content.equals(row) || !draft.hasChanges() && content.equals(Drafts.lasting(row));
    }
}
