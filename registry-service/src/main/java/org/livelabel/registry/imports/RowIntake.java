package org.livelabel.registry.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.draft.Draft;
import org.livelabel.registry.draft.DraftContent;
import org.livelabel.registry.draft.DraftPublishing;
import org.livelabel.registry.draft.DraftRules;
import org.livelabel.registry.draft.Drafts;
import org.livelabel.registry.draft.ListingRights;
import org.livelabel.registry.draft.Rehearsal;
import org.livelabel.registry.draft.SaidOnce;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.problem.ProblemType;

/** Takes a row of an import: the organisation's own product_ref says which product it is. */
@ApplicationScoped
class RowIntake {
    private static final String SCHEMA = "import-row/1";

    private final DraftRules rules;
    private final DraftPublishing publishing;
    private final ListingRights rights;
    private final Drafts drafts;

    RowIntake(DraftRules rules, DraftPublishing publishing, ListingRights rights, Drafts drafts) {
        this.rules = rules;
        this.publishing = publishing;
        this.rights = rights;
        this.drafts = drafts;
    }

    enum Result {
        PUBLISHED,
        DRAFTED,
        /** Said before, word for word, and nothing was left to publish. */
        UNCHANGED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param entries what is to be published of it */
    record Taken(Result result, UUID product, List<Entry> entries) {}

    /** A row that keeps every rule that can be checked without looking at other products. */
    static final class Row {
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

        private UUID manufacturer(UUID publisher) {
            return manufacturer == null ? publisher : manufacturer;
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

    /**
     * The drafts that the rows are about are held.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem and then the transaction has to be rolled back
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Taken take(UUID publisher, boolean publish, Row row) {
        requireMakerNamed(publisher, row);
        UUID manufacturer = row.manufacturer(publisher);
        Draft draft = drafts.holdByRef(publisher, row.productRef).orElse(null);
        if (draft == null) {
            rights.requireMayListFor(publisher, manufacturer);
            draft = drafts.create(publisher, manufacturer, row.productRef);
        }
        return take(draft, publish, row, null);
    }

    public Rehearsal rehearsal() {
        return publishing.rehearsal();
    }

    /**
     * What {@link #take} would do after the rows that were rehearsed before. Nothing is written and nobody waits.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link #take} does; the row leaves nothing in the rehearsal
     */
    public Result rehearse(UUID publisher, boolean publish, Row row, Rehearsal before) {
        requireMakerNamed(publisher, row);
        UUID manufacturer = row.manufacturer(publisher);
        Draft draft = before.draft(row.productRef);
        if (draft == null) {
            draft = drafts.copyByRef(publisher, row.productRef).orElse(null);
        }
        if (draft == null) {
            rights.requireMayListFor(publisher, manufacturer);
            draft = drafts.begun(publisher, manufacturer, row.productRef);
        }
        Taken taken = take(draft, publish, row, before);
        before.keep(row.productRef, draft);
        return taken.result();
    }

    private Taken take(Draft draft, boolean publish, Row row, @Nullable Rehearsal rehearsal) {
        if (!draft.manufacturer().equals(row.manufacturer(draft.publisher()))) {
            throw Problem.at(
                    ProblemType.INVALID_CONTENT, "/manufacturer", "differs from the one this product was created with");
        }
        boolean same = says(draft, row.json);
        if (same && (!publish || !draft.hasChanges())) {
            return new Taken(Result.UNCHANGED, draft.id(), List.of());
        }
        if (!same) {
            write(draft, row, rehearsal);
        }
        if (!publish) {
            return new Taken(Result.DRAFTED, draft.id(), List.of());
        }
        rights.requireMayListFor(draft.publisher(), draft.manufacturer());
        List<Entry> entries = rehearsal == null
                ? publishing.take(draft, row.content)
                : publishing.rehearse(draft, row.content, rehearsal);
        return new Taken(entries.isEmpty() ? Result.UNCHANGED : Result.PUBLISHED, draft.id(), entries);
    }

    private void write(Draft draft, Row row, @Nullable Rehearsal rehearsal) {
        if (rehearsal == null) {
            drafts.write(draft, row.content, row.json);
        } else {
            drafts.write(draft, row.content, row.json, rehearsal);
        }
    }

    private void requireMakerNamed(UUID publisher, Row row) {
        if (row.manufacturer == null && rights.isOperator(publisher)) {
            throw ListingRights.operatorsNameTheMaker();
        }
    }

    /** What was published left its reasons behind; a row that repeats them says nothing new. */
    private static boolean says(Draft draft, JsonNode row) {
        if (draft.text() == null) {
            return false;
        }
        JsonNode content = StrictJson.parse(draft.text());
        return content.equals(row) || !draft.hasChanges() && content.equals(SaidOnce.without(row));
    }
}
