package org.livelabel.registry.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.DocumentLink;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductResponse.OrganisationName;
import org.livelabel.registry.product.ProductResponse.SupportView;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.promise.SupportLedger;
import org.livelabel.registry.promise.SupportRecord;
import org.livelabel.registry.support.SupportResponse.LedgerEntry;

/** What is and was said about a product's support. */
@ApplicationScoped
class SupportReads {
    private final Products products;
    private final Organisations organisations;
    private final PublicationLog log;
    private final Documents documents;
    private final Day day;

    SupportReads(Products products, Organisations organisations, PublicationLog log, Documents documents, Day day) {
        this.products = products;
        this.organisations = organisations;
        this.log = log;
        this.documents = documents;
        this.day = day;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 */
    @Transactional
    SupportResponse today(UUID id) {
        return view(id, Day.EVER, day.today(), "No published product has the id " + id + ".");
    }

    /**
     * As it was public at the end of a day.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the product was not listed then
     */
    @Transactional
    SupportResponse on(UUID id, LocalDate on) {
        return view(id, UtcDay.end(on), on, "Product " + id + " was not listed at the end of " + on + " (UTC).");
    }

    /** Of a product's entries only those about support are read: it may have thousands about its firmware. */
    private SupportResponse view(UUID id, Instant before, LocalDate on, String unknown) {
        Subject subject = Subject.product(id);
        long last = log.lastIndex(subject, before).orElseThrow(() -> Problem.of(ProblemType.NOT_LISTED, unknown));
        SupportLedger ledger =
                SupportLedger.of(log.history(subject, Set.of(PublicationType.SUPPORT_COMMITTED), before), documents);
        Map<UUID, String> publishers = organisations.names(
                ledger.records().stream().map(SupportRecord::publisher).collect(Collectors.toSet()));
        List<LedgerEntry> entries = ledger.records().stream()
                .map(record -> entry(record, ledger, publishers, on))
                .toList();
        SupportView current = ProductViews.support(
                ledger.records().isEmpty() ? null : ledger.records().getLast(), on);
        return new SupportResponse(id, on, current, !ledger.brokenBy().isEmpty(), entries, last);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 */
    @Transactional
    ProductState product(UUID id) {
        return products.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + "."));
    }

    @Transactional
    String makerOf(ProductState product) {
        return organisations
                .find(product.manufacturer())
                .map(OrganisationFacts::name)
                .orElse("");
    }

    private static LedgerEntry entry(
            SupportRecord record, SupportLedger ledger, Map<UUID, String> publishers, LocalDate on) {
        List<Integer> breaks = ledger.brokenBy().entrySet().stream()
                .filter(broken -> broken.getValue() == record.version())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new LedgerEntry(
                record.index(),
                new OrganisationName(record.publisher(), publishers.getOrDefault(record.publisher(), "")),
                ProductViews.support(record, on),
                ledger.brokenBy().get(record.version()),
                orAbsent(breaks),
                DocumentLink.to(record.documentSha256()));
    }

    private static @Nullable List<Integer> orAbsent(List<Integer> versions) {
        return versions.isEmpty() ? null : versions;
    }
}
