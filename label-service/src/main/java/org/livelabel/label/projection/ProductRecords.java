package org.livelabel.label.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;

/** Reads what the log says about a product. */
@ApplicationScoped
public class ProductRecords {
    private static final Logger LOG = Logger.getLogger(ProductRecords.class);

    private final ProductRepository products;
    private final ProductGtinRepository gtins;
    private final OrganisationRepository organisations;
    private final SupportVersionRepository supportVersions;
    private final DisclosureVersionRepository disclosureVersions;
    private final BlobRepository blobs;
    private final ObjectMapper mapper;

    ProductRecords(
            ProductRepository products,
            ProductGtinRepository gtins,
            OrganisationRepository organisations,
            SupportVersionRepository supportVersions,
            DisclosureVersionRepository disclosureVersions,
            BlobRepository blobs,
            ObjectMapper mapper) {
        this.products = products;
        this.gtins = gtins;
        this.organisations = organisations;
        this.supportVersions = supportVersions;
        this.disclosureVersions = disclosureVersions;
        this.blobs = blobs;
        this.mapper = mapper;
    }

    /** The label code of the product that a number leads to today. */
    @Transactional
    public Optional<String> codeOf(Gtin gtin) {
        return gtins.findByIdOptional(gtin.value())
                .map(row -> products.findById(row.productId))
                .map(product -> product.labelCode);
    }

    @Transactional
    public Optional<ProductRecord> find(String labelCode) {
        return products.find("labelCode", labelCode).firstResultOptional().map(this::read);
    }

    private ProductRecord read(Product product) {
        List<SupportVersion> ledger = supportVersions.list("productId = ?1 order by version", product.id);
        DisclosureVersion disclosure = disclosureVersions
                .find("productId = ?1 order by version desc", product.id)
                .firstResult();
        Map<UUID, Organisation> parties = parties(product, ledger, disclosure);
        Map<String, JsonNode> documents = documents(product, ledger, disclosure, parties.values());
        long asOf = parties.values().stream().mapToLong(o -> o.asOfIndex).reduce(product.asOfIndex, Math::max);
        return new ProductRecord(
                product.id,
                product.labelCode,
                product.deviceGroup,
                product.category,
                document(product.documentSha256, documents),
                party(product.manufacturerId, parties, documents),
                party(product.publisherId, parties, documents),
                product.registeredAt,
                listing(product, documents),
                new ProductRecord.Standing(
                        product.standing, product.standingSince, optional(product.standingSha256, documents)),
                gtins.of(product.id).stream().map(g -> new Gtin(g.gtin)).toList(),
                ledger.stream().map(s -> support(s, parties, documents)).toList(),
                disclosure == null ? null : disclosure(disclosure, parties, documents),
                asOf);
    }

    private Map<UUID, Organisation> parties(
            Product product, List<SupportVersion> ledger, @Nullable DisclosureVersion disclosure) {
        Set<UUID> ids = new HashSet<>(Set.of(product.manufacturerId));
        ids.add(product.publisherId);
        ledger.forEach(s -> ids.add(s.publisherId));
        if (disclosure != null) {
            ids.add(disclosure.publisherId);
        }
        Map<UUID, Organisation> found = new HashMap<>();
        organisations.<Organisation>list("id in ?1", ids).forEach(o -> found.put(o.id, o));
        return found;
    }

    private Map<String, JsonNode> documents(
            Product product,
            List<SupportVersion> ledger,
            @Nullable DisclosureVersion disclosure,
            Iterable<Organisation> parties) {
        Set<String> digests = new HashSet<>(Set.of(product.documentSha256));
        parties.forEach(o -> digests.add(o.documentSha256));
        ledger.forEach(s -> digests.add(s.documentSha256));
        if (disclosure != null) {
            digests.add(disclosure.documentSha256);
        }
        if (product.listingSha256 != null) {
            digests.add(product.listingSha256);
        }
        if (product.standingSha256 != null) {
            digests.add(product.standingSha256);
        }
        Map<String, JsonNode> documents = new HashMap<>();
        for (Blob blob : blobs.of(digests)) {
            byte[] bytes = blob.bytes;
            if (bytes != null) {
                parse(blob.sha256, bytes).ifPresent(content -> documents.put(blob.sha256, content));
            }
        }
        return documents;
    }

    private Optional<JsonNode> parse(String sha256, byte[] bytes) {
        try {
            return Optional.of(mapper.readTree(bytes));
        } catch (IOException e) {
            LOG.warnf("document %s is not JSON; its label goes without", sha256);
            return Optional.empty();
        }
    }

    private static ProductRecord.Document document(String sha256, Map<String, JsonNode> documents) {
        return new ProductRecord.Document(sha256, documents.get(sha256));
    }

    private static ProductRecord.Party party(
            UUID id, Map<UUID, Organisation> parties, Map<String, JsonNode> documents) {
        Organisation organisation = parties.get(id);
        if (organisation == null) {
            return new ProductRecord.Party(id, null, null, false, false);
        }
        ProductRecord.Document document = document(organisation.documentSha256, documents);
        return new ProductRecord.Party(
                id, document.text("name"), document.text("contact"), organisation.verified, organisation.suspended);
    }

    private ProductRecord.Listing listing(Product product, Map<String, JsonNode> documents) {
        Product successor = product.supersededBy == null ? null : products.findById(product.supersededBy);
        return new ProductRecord.Listing(
                product.listing,
                product.listingSince,
                optional(product.listingSha256, documents),
                product.supersededBy,
                successor == null ? null : successor.labelCode);
    }

    private static ProductRecord.@Nullable Document optional(@Nullable String sha256, Map<String, JsonNode> documents) {
        return sha256 == null ? null : document(sha256, documents);
    }

    private static ProductRecord.Support support(
            SupportVersion s, Map<UUID, Organisation> parties, Map<String, JsonNode> documents) {
        return new ProductRecord.Support(
                s.logIndex,
                s.version,
                s.change,
                s.errorCorrected,
                s.kind,
                s.endOfSecuritySupport,
                s.months,
                s.generalAvailability,
                s.endOfSales,
                s.endOfFeatureUpdates,
                s.publisherId.equals(s.manufacturerId),
                party(s.publisherId, parties, documents),
                s.publishedAt,
                s.effectiveOn,
                document(s.documentSha256, documents));
    }

    private static ProductRecord.Disclosure disclosure(
            DisclosureVersion d, Map<UUID, Organisation> parties, Map<String, JsonNode> documents) {
        return new ProductRecord.Disclosure(
                d.logIndex,
                d.version,
                d.publisherId.equals(d.manufacturerId),
                party(d.publisherId, parties, documents),
                d.publishedAt,
                d.effectiveOn,
                document(d.documentSha256, documents));
    }
}
