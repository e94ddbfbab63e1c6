package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationType;

/** Every version of every product's disclosure. Kept for good. */
@ApplicationScoped
public class Disclosures implements Projection {
    private final PublishedDisclosureRepository rows;
    private final Documents documents;

    Disclosures(PublishedDisclosureRepository rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    /** What was public last before a moment. */
    @Transactional
    Optional<PublishedDisclosure> last(UUID product, Instant before) {
        return rows.last(product, before);
    }

    @Transactional
    Optional<PublishedDisclosure> find(UUID product, int version) {
        return rows.findByIdOptional(new PublishedDisclosure.Key(product, version));
    }

    @Transactional
    List<PublishedDisclosure> list(UUID product, Instant before, int belowVersion, int limit) {
        return rows.list(product, before, belowVersion, limit);
    }

    @Transactional
    JsonNode document(PublishedDisclosure row) {
        return documents.readToShow(row.sha256);
    }

    /** Which rules the maker contested when it published this version. */
    @Transactional
    List<Contest> contested(PublishedDisclosure row) {
        List<Contest> contested = new ArrayList<>();
        if (row.notesSha256 != null) {
            documents.read(row.notesSha256).path("contested").forEach(one -> Contest.of(one)
                    .ifPresent(contested::add));
        }
        return List.copyOf(contested);
    }

    @Override
    public void apply(Publication publication) {
        if (publication.type() != PublicationType.DISCLOSURE_PUBLISHED) {
            return;
        }
        JsonNode data = publication.data();
        JsonNode document = data.get("document");
        PublishedDisclosure row = new PublishedDisclosure();
        row.productId = publication.subject().id();
        row.version = data.get("version").asInt();
        row.asOfIndex = publication.index();
        row.publishedAt = publication.publishedAt();
        row.effectiveOn = publication.effectiveOn();
        row.claimant = Claimant.of(publication.manufacturer(), publication.publisher());
        row.sha256 = publication.documentSha256();
        row.mediaType = document.get("media_type").asText();
        row.size = document.get("size").asLong();
        row.material = data.has("material") ? data.get("material").asBoolean() : null;
        row.changeCodes = String.join(
                " ",
                data.path("change_codes").valueStream().map(JsonNode::asText).toList());
        row.notesSha256 = data.path("notes").path("sha256").textValue();
        rows.persist(row);
    }

    @Override
    public void clear() {
        rows.deleteAll();
    }
}
