package org.livelabel.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.registry.entry.OrganisationDescribed;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.publishing.PublishedStandings;

/** The organisations that the log knows, now and at any moment before. */
@ApplicationScoped
public class Organisations implements Projection, PublishedStandings {
    private final OrganisationRows rows;
    private final Documents documents;
    private final PublicationLog log;

    Organisations(OrganisationRows rows, Documents documents, PublicationLog log) {
        this.rows = rows;
        this.documents = documents;
        this.log = log;
    }

    @Transactional
    public Optional<OrganisationFacts> find(UUID id) {
        return rows.find(id);
    }

    @Override
    @Transactional
    public Standing of(UUID organisation) {
        return find(organisation)
                .map(o -> o.verified() && !o.suspended() ? Standing.GOOD : Standing.BARRED)
                .orElse(Standing.UNKNOWN);
    }

    /** What they are called now. */
    @Transactional
    public Map<UUID, String> names(Collection<UUID> ids) {
        return rows.names(ids);
    }

    /** As it was known before a moment. */
    @Transactional
    public Optional<OrganisationFacts> find(UUID id, Instant before) {
        return fold(log.history(Subject.organisation(id), before));
    }

    /** As the log says up to an entry, that one included. */
    @Transactional
    public Optional<OrganisationFacts> find(UUID id, long last) {
        return fold(log.history(Subject.organisation(id), last));
    }

    @Override
    public void apply(Publication publication) {
        if (publication.subject().isBlob()) {
            forget(publication.subject().name(), publication.index());
        }
        if (!(publication.entry() instanceof OrganisationDescribed described)) {
            return;
        }
        Instant registeredAt = rows.find(publication.subject().id())
                .map(OrganisationFacts::registeredAt)
                .orElse(null);
        rows.keep(OrganisationFacts.after(registeredAt, publication, described, documents));
    }

    /** Folds every organisation again that the withheld text may be in. */
    private void forget(String sha256, long last) {
        for (Subject subject : log.naming(sha256, last)) {
            if (subject.isOrganisation()) {
                find(subject.id(), last).ifPresent(rows::keep);
            }
        }
    }

    private Optional<OrganisationFacts> fold(List<Publication> history) {
        OrganisationFacts facts = null;
        for (Publication publication : history) {
            // its policies are about it as well, but do not change what it is
            if (publication.entry() instanceof OrganisationDescribed described) {
                Instant registeredAt = facts == null ? null : facts.registeredAt();
                facts = OrganisationFacts.after(registeredAt, publication, described, documents);
            }
        }
        return Optional.ofNullable(facts);
    }

    @Override
    public void clear() {
        rows.clear();
    }
}
