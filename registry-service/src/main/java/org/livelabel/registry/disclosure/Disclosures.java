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
    private final DisclosureRows rows;
    private final Documents documents;

    Disclosures(DisclosureRows rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    /** What was public last before a moment. */
    @Transactional
    Optional<PublishedDisclosure> last(UUID product, Instant before) {
        return rows.list(product, before, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    @Transactional
    Optional<PublishedDisclosure> find(UUID product, int version) {
        return rows.find(product, version);
    }

    @Transactional
    List<PublishedDisclosure> list(UUID product, Instant before, int belowVersion, int limit) {
        return rows.list(product, before, belowVersion, limit);
    }

    @Transactional
    JsonNode document(PublishedDisclosure row) {
        return documents.readToShow(row.document().sha256());
    }

    /** Which rules the maker contested when it published this version. */
    @Transactional
    List<Contest> contested(PublishedDisclosure row) {
        List<Contest> contested = new ArrayList<>();
        if (row.notesSha256() != null) {
            documents.read(row.notesSha256()).path("contested").forEach(one -> Contest.of(one)
                    .ifPresent(contested::add));
        }
        return List.copyOf(contested);
    }

    @Override
    public void apply(Publication publication) {
        if (!(publication.entry() instanceof DisclosurePublished published)) {
            return;
        }
        rows.add(new PublishedDisclosure(
                publication.subject().id(),
                published.version(),
                publication.index(),
                publication.publishedAt(),
                publication.effectiveOn(),
                publication.claimant(),
                published.document(),
                published.material(),
                published.changeCodes(),
                published.notes() == null ? null : published.notes().sha256()));
    }

    @Override
    public void clear() {
        rows.clear();
    }
}
