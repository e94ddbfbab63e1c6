package org.livelabel.registry.finding;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.framework.Answer;
import org.livelabel.registry.framework.Framework;
import org.livelabel.registry.framework.Frameworks;
import org.livelabel.registry.framework.RecordSource;
import org.livelabel.registry.framework.Stated;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;

/** Keeps what products are found by. Made from their state, so it comes behind the projections that keep that. */
@ApplicationScoped
@Priority(-1)
class SearchProjection implements Projection {
    private final ProductSearchRows rows;
    private final Products products;
    private final Organisations organisations;
    private final Documents documents;
    private final Frameworks frameworks;
    private final List<RecordSource> records;
    private final PublicationLog log;

    SearchProjection(
            ProductSearchRows rows,
            Products products,
            Organisations organisations,
            Documents documents,
            Frameworks frameworks,
            @All List<RecordSource> records,
            PublicationLog log) {
        this.rows = rows;
        this.products = products;
        this.organisations = organisations;
        this.documents = documents;
        this.frameworks = frameworks;
        this.records = records;
        this.log = log;
    }

    @Override
    public void apply(Publication publication) {
        applyAll(List.of(publication));
    }

    /** Makes each product's row once, however many of the publications are about it. */
    @Override
    public void applyAll(List<Publication> publications) {
        Set<UUID> makers = new LinkedHashSet<>();
        Map<UUID, Long> changed = new LinkedHashMap<>();
        Map<UUID, Long> touched = new LinkedHashMap<>();
        for (Publication publication : publications) {
            Subject subject = publication.subject();
            switch (publication.type()) {
                case ORGANISATION_REGISTERED, ORGANISATION_CHANGED -> makers.add(subject.id());
                // a withheld text is in no search any more
                case CONTENT_WITHHELD ->
                    log.naming(subject.name(), publication.index()).forEach(named -> {
                        (named.isProduct() ? changed : touched).put(named.id(), publication.index());
                        if (named.isOrganisation()) {
                            makers.add(named.id());
                        }
                    });
                default -> {
                    if (subject.isProduct()) {
                        changed.put(subject.id(), publication.index());
                    }
                }
            }
        }
        makers.forEach(this::keepMaker);
        keep(changed);
        touched.forEach(rows::touch);
    }

    @Override
    public void clear() {
        rows.clear();
    }

    private void keepMaker(UUID maker) {
        rows.keepMaker(
                maker, SearchWords.fold(organisations.names(Set.of(maker)).get(maker)));
    }

    /** @param changed the last entry about each product */
    private void keep(Map<UUID, Long> changed) {
        Collection<ProductState> states = products.find(changed.keySet()).values();
        Map<UUID, String> makers = organisations.names(
                states.stream().map(ProductState::manufacturer).collect(Collectors.toSet()));
        rows.keep(states.stream()
                .map(state -> {
                    JsonNode disclosure = disclosure(state);
                    return new ProductSearch(
                            state,
                            SearchWords.fold(makers.get(state.manufacturer())),
                            Traits.of(disclosure),
                            criteria(state, disclosure),
                            Objects.requireNonNull(changed.get(state.id())));
                })
                .toList());
    }

    /** Where a policy can answer a criterion, both answers: a policy that is for all products changes no product's row. */
    private Set<String> criteria(ProductState state, @Nullable JsonNode disclosure) {
        Stated stated = Stated.of(disclosure, records(state));
        Set<String> marks = new TreeSet<>();
        for (Framework framework : frameworks.all()) {
            for (Framework.Criterion criterion : framework.criteria()) {
                mark(marks, criterion, stated, false);
                if (criterion.policyKind() != null) {
                    mark(marks, criterion, stated.with("policy/" + criterion.policyKind()), true);
                }
            }
        }
        return marks;
    }

    private static void mark(Set<String> marks, Framework.Criterion criterion, Stated stated, boolean withPolicy) {
        Answer answer = criterion.answer(stated);
        if (answer != Answer.NOT_STATED) {
            marks.add(CriterionAsked.mark(criterion.id(), answer.wireName(), withPolicy));
        }
    }

    private Map<String, String> records(ProductState state) {
        Map<String, String> said = new HashMap<>(Map.of("identity", "stated", "manufacturer", "stated"));
        if (state.support() != null) {
            said.put("support", state.support().terms().kind());
        }
        LocalDate anyDay = LocalDate.EPOCH;
        records.stream()
                .filter(RecordSource::isOfTheProductAlone)
                .flatMap(source -> source.recordsFor(state.id(), state.manufacturer(), anyDay).stream())
                .forEach(record -> said.put(record, "stated"));
        return said;
    }

    private @Nullable JsonNode disclosure(ProductState state) {
        return state.disclosure() == null
                ? null
                : documents.readIfShown(state.disclosure().document().sha256());
    }
}
