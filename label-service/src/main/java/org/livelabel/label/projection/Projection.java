package org.livelabel.label.projection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.livelabel.gs1.Gtin;
import org.livelabel.support.SupportEnd;

/**
 * Applies entries of the log inside the caller's transaction. What it writes depends on the log alone: no clock, no id of
 * its own, so the same log always gives the same rows.
 */
@ApplicationScoped
public class Projection {
    private final EntityManager entityManager;
    private final BlobRepository blobs;
    private final OrganisationRepository organisations;
    private final ProductRepository products;
    private final ProductGtinRepository gtins;
    private final SupportVersionRepository supportVersions;
    private final DisclosureVersionRepository disclosureVersions;

    Projection(
            EntityManager entityManager,
            BlobRepository blobs,
            OrganisationRepository organisations,
            ProductRepository products,
            ProductGtinRepository gtins,
            SupportVersionRepository supportVersions,
            DisclosureVersionRepository disclosureVersions) {
        this.entityManager = entityManager;
        this.blobs = blobs;
        this.organisations = organisations;
        this.products = products;
        this.gtins = gtins;
        this.supportVersions = supportVersions;
        this.disclosureVersions = disclosureVersions;
    }

    /** Which of these documents are here already. */
    @Transactional
    public Set<String> known(Collection<String> digests) {
        return digests.isEmpty() ? Set.of() : blobs.known(digests);
    }

    /** Keeps each document once; one that the registry withholds is empty. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Map<String, Optional<byte[]>> documents) {
        Set<String> known = known(documents.keySet());
        documents.forEach((digest, bytes) -> {
            if (!known.contains(digest)) {
                blobs.keep(digest, bytes.orElse(null));
            }
        });
    }

    /** @throws RuntimeException if an entry of a known type is not what the log's format says */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(Entry entry) {
        switch (entry.type()) {
            case "org.livelabel.organisation.registered.v1", "org.livelabel.organisation.changed.v1" ->
                organisation(entry);
            case "org.livelabel.product.registered.v1", "org.livelabel.product.changed.v1" -> product(entry);
            case "org.livelabel.gtins.changed.v1" -> gtins(entry);
            case "org.livelabel.support.committed.v1" -> support(entry);
            case "org.livelabel.disclosure.published.v1" -> disclosure(entry);
            case "org.livelabel.product.withdrawn.v1" -> list(entry, "withdrawn");
            case "org.livelabel.product.orphaned.v1" -> list(entry, "orphaned");
            case "org.livelabel.product.superseded.v1" ->
                list(entry, "superseded").supersededBy = UUID.fromString(entry.text("by"));
            case "org.livelabel.product.handed_over.v1" -> handOver(entry);
            case "org.livelabel.product.suspended.v1" -> stand(entry, "suspended");
            case "org.livelabel.product.revoked.v1" -> stand(entry, "revoked");
            case "org.livelabel.product.lifted.v1" -> stand(entry, "good");
            case "org.livelabel.content.withheld.v1" -> blobs.forget(entry.subjectName());
            default -> {
                // a later version of the registry may say more than a label of this version shows
            }
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetEverything() {
        blobs.deleteAll();
        organisations.deleteAll();
        products.deleteAll();
        gtins.deleteAll();
        supportVersions.deleteAll();
        disclosureVersions.deleteAll();
        entityManager.clear();
    }

    private void organisation(Entry entry) {
        Organisation organisation = organisations.findById(entry.subjectId());
        if (organisation == null) {
            organisation = new Organisation();
            organisation.id = entry.subjectId();
        }
        organisation.kind = entry.text("kind");
        organisation.country = entry.optionalText("country").orElse(null);
        organisation.verified = entry.flag("verified");
        organisation.suspended = entry.flag("suspended");
        organisation.documentSha256 = entry.requiredDocument();
        organisation.asOfIndex = entry.index();
        organisations.persist(organisation);
    }

    private void product(Entry entry) {
        Product product = products.findById(entry.subjectId());
        if (product == null) {
            product = new Product();
            product.id = entry.subjectId();
            product.registeredAt = entry.publishedAt();
            product.listing = "listed";
            product.listingSince = entry.publishedAt();
            product.standing = "good";
        }
        product.labelCode = entry.text("label_code");
        product.deviceGroup = entry.text("device_group");
        product.category = entry.text("category");
        product.documentSha256 = entry.requiredDocument();
        product.manufacturerId = entry.manufacturer();
        product.publisherId = entry.publisher();
        product.asOfIndex = entry.index();
        products.persist(product);
    }

    private void gtins(Entry entry) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode gtin : entry.data().path("gtins")) {
            numbers.add(new Gtin(gtin.asText()).value());
        }
        touch(entry);
        gtins.replace(entry.subjectId(), numbers);
    }

    private void support(Entry entry) {
        touch(entry);
        SupportVersion support = new SupportVersion();
        support.logIndex = entry.index();
        support.productId = entry.subjectId();
        support.version = entry.number("version");
        support.change = entry.text("change");
        support.errorCorrected = entry.has("codes", "error_corrected");
        support.kind = entry.text("kind");
        // parsed so that a day that does not exist stops the follower, not every reader
        support.endOfSecuritySupport = entry.optionalText("end_of_security_support")
                .map(text -> SupportEnd.parse(text).toString())
                .orElse(null);
        support.months = entry.optionalNumber("months").orElse(null);
        support.generalAvailability =
                entry.optionalText("general_availability").map(LocalDate::parse).orElse(null);
        support.endOfSales = entry.optionalText("end_of_sales").orElse(null);
        support.endOfFeatureUpdates =
                entry.optionalText("end_of_feature_updates").orElse(null);
        support.manufacturerId = entry.manufacturer();
        support.publisherId = entry.publisher();
        support.publishedAt = entry.publishedAt();
        support.effectiveOn = entry.effectiveOn();
        support.documentSha256 = entry.requiredDocument();
        supportVersions.persist(support);
    }

    private void disclosure(Entry entry) {
        touch(entry);
        DisclosureVersion disclosure = new DisclosureVersion();
        disclosure.logIndex = entry.index();
        disclosure.productId = entry.subjectId();
        disclosure.version = entry.number("version");
        disclosure.manufacturerId = entry.manufacturer();
        disclosure.publisherId = entry.publisher();
        disclosure.publishedAt = entry.publishedAt();
        disclosure.effectiveOn = entry.effectiveOn();
        disclosure.documentSha256 = entry.requiredDocument();
        disclosureVersions.persist(disclosure);
    }

    private Product list(Entry entry, String listing) {
        Product product = touch(entry);
        product.listing = listing;
        product.listingSince = entry.publishedAt();
        product.listingSha256 = entry.document().orElse(null);
        return product;
    }

    private void stand(Entry entry, String standing) {
        Product product = touch(entry);
        product.standing = standing;
        product.standingSince = entry.publishedAt();
        product.standingSha256 = entry.document().orElse(null);
    }

    /** An operator publishes it; the label is its new owner's from here on, and an orphan has a keeper again. */
    private void handOver(Entry entry) {
        Product product = touch(entry);
        product.manufacturerId = entry.manufacturer();
        product.publisherId = entry.manufacturer();
        if (product.listing.equals("orphaned")) {
            list(entry, "listed");
        }
    }

    private Product touch(Entry entry) {
        UUID id = entry.subjectId();
        Product product = products.findById(id);
        if (product == null) {
            throw new IllegalArgumentException(
                    "entry " + entry.index() + " is about a product that was not registered");
        }
        product.asOfIndex = entry.index();
        return product;
    }
}
