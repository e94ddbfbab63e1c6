package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;

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
        if (!(publication.entry() instanceof DisclosurePublished published)) {
            return;
        }
        PublishedDisclosure row = new PublishedDisclosure();
        row.productId = publication.subject().id();
        row.version = published.version();
        row.asOfIndex = publication.index();
        row.publishedAt = publication.publishedAt();
        row.effectiveOn = publication.effectiveOn();
        row.claimant = publication.claimant();
        row.sha256 = published.document().sha256();
        row.mediaType = published.document().mediaType();
        row.size = published.document().size();
        row.material = published.material();
        row.changeCodes = String.join(" ", published.changeCodes());
        row.notesSha256 = published.notes() == null ? null : published.notes().sha256();
        rows.persist(row);
    }

    @Override
    public void clear() {
        rows.deleteAll();
    }
}
