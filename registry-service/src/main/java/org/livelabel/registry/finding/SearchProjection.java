package org.livelabel.registry.finding;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.framework.Answer;
import org.livelabel.registry.framework.CriterionAnswers;
import org.livelabel.registry.framework.Frameworks;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.Subject;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.product.SupportRecord;
import org.livelabel.registry.product.SupportTerms;
import org.livelabel.support.SupportCommitment;

/** Keeps what products are found by. Made from their state, so it comes behind the projections that keep that. */
@ApplicationScoped
@Priority(-1)
class SearchProjection implements Projection {
    @Inject
    ProductSearchRepository rows;

    @Inject
    Products products;

    @Inject
    Organisations organisations;

    @Inject
    Documents documents;

    @Inject
    Frameworks frameworks;

    @Inject
    CriterionAnswers answers;

    @Inject
    PublicationLog log;

    @Override
    public void apply(Publication publication) {
        applyAll(List.of(publication));
    }

    /** Makes each product's row once, however many of the publications are about it. */
    @Override
    public void applyAll(List<Publication> publications) {
        Set<UUID> makers = new LinkedHashSet<>();
        Set<UUID> changed = new LinkedHashSet<>();
        for (Publication publication : publications) {
            Subject subject = publication.subject();
            switch (publication.type()) {
                case ORGANISATION_REGISTERED, ORGANISATION_CHANGED -> makers.add(subject.id());
                // a withheld text is in no search any more
                case CONTENT_WITHHELD ->
                    log.naming(subject.name(), publication.index())
                            .forEach(named -> (named.isProduct() ? changed : makers).add(named.id()));
                default -> {
                    if (subject.isProduct()) {
                        changed.add(subject.id());
                    }
                }
            }
        }
        makers.forEach(this::keepMaker);
        keep(changed);
    }

    @Override
    public void clear() {
        rows.deleteAll();
    }

    private void keepMaker(UUID maker) {
        rows.update("makerWords = ?1 where manufacturerId = ?2 and makerWords <> ?1", makerWords(maker), maker);
    }

    private void keep(Set<UUID> changed) {
        Map<UUID, ProductSearch> kept =
                rows.of(changed).stream().collect(Collectors.toMap(row -> row.productId, row -> row));
        products.find(changed).forEach((id, state) -> keep(kept.get(id), state));
    }

    private void keep(@Nullable ProductSearch row, ProductState state) {
        if (row == null) {
            row = new ProductSearch();
            row.productId = state.id();
        }
        row.name = state.identity().name().toLowerCase(Locale.ROOT);
        row.nameWords = SearchWords.fold(state.identity().name());
        row.otherWords =
                SearchWords.fold(state.identity().brand(), state.identity().model());
        row.makerWords = makerWords(state.manufacturer());
        row.category = state.identity().category();
        row.deviceGroup = state.identity().deviceGroup();
        row.manufacturerId = state.manufacturer();
        row.publisherId = state.publisher();
        row.listing = state.listing().state().name().toLowerCase(Locale.ROOT);
        row.registeredOn =
                LocalDate.ofInstant(state.registeredAt(), ZoneOffset.UTC).toString();
        row.changedIndex = state.asOfIndex();
        JsonNode disclosure = disclosure(state);
        row.traits = "{" + String.join(",", Traits.of(disclosure)) + "}";
        row.criteria = "{" + String.join(",", criteria(disclosure)) + "}";
        keepSupport(row, state.support());
        rows.persist(row);
    }

    private Set<String> criteria(@Nullable JsonNode disclosure) {
        Set<String> criteria = new TreeSet<>();
        frameworks.all().forEach(framework -> answers.of(framework.id(), disclosure)
                .forEach((id, answer) -> {
                    if (answer != Answer.NOT_STATED) {
                        criteria.add(id + ":" + answer.wireName());
                    }
                }));
        return criteria;
    }

    private static void keepSupport(ProductSearch row, @Nullable SupportRecord support) {
        row.supportKind = SupportTerms.NOT_STATED;
        row.supportEnd = null;
        row.supportMonths = null;
        row.soldFrom = null;
        row.soldUntil = null;
        if (support == null) {
            return;
        }
        SupportTerms terms = support.terms();
        row.supportKind = terms.kind();
        if (terms.commitment() instanceof SupportCommitment.FixedDate fixed) {
            row.supportEnd = fixed.end().lastDay().toString();
        }
        row.supportMonths = terms.months();
        row.soldFrom = terms.generalAvailability() == null
                ? null
                : terms.generalAvailability().toString();
        // over, and nobody said when: any day before all others
        row.soldUntil =
                SupportTerms.UNSTATED.equals(terms.endOfSales()) ? LocalDate.EPOCH.toString() : terms.endOfSales();
    }

    private String makerWords(UUID manufacturer) {
        return SearchWords.fold(
                organisations.find(manufacturer).map(OrganisationFacts::name).orElse(""));
    }

    private @Nullable JsonNode disclosure(ProductState state) {
        return state.disclosure() == null
                ? null
                : documents.readIfShown(state.disclosure().document().sha256());
    }
}
