package org.livelabel.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;

/** The organisations that the log knows, now and at any moment before. */
@ApplicationScoped
public class Organisations implements Projection {
    @Inject
    OrganisationRepository rows;

    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Transactional
    public Optional<OrganisationFacts> find(UUID id) {
        return rows.findByIdOptional(id).map(OrganisationFacts::of);
    }

    @Transactional
    public Map<UUID, OrganisationFacts> find(Collection<UUID> ids) {
        return rows.list("id in ?1", ids).stream()
                .map(OrganisationFacts::of)
                .collect(Collectors.toMap(OrganisationFacts::id, o -> o));
    }

    /** As it was known before a moment. */
    @Transactional
    public Optional<OrganisationFacts> find(UUID id, Instant before) {
        OrganisationFacts facts = null;
        for (Publication publication : log.history(Subject.organisation(id), before)) {
            if (!saysWhatItIs(publication)) {
                continue;
            }
            facts = OrganisationFacts.after(facts == null ? null : facts.registeredAt(), publication, documents);
        }
        return Optional.ofNullable(facts);
    }

    @Override
    public void apply(Publication publication) {
        if (!saysWhatItIs(publication)) {
            return;
        }
        Organisation row = rows.findById(publication.subject().id());
        OrganisationFacts facts =
                OrganisationFacts.after(row == null ? null : row.registeredAt, publication, documents);
        if (row == null) {
            row = new Organisation();
            row.id = facts.id();
        }
        row.name = facts.name();
        row.sortName = facts.name().toLowerCase(Locale.ROOT);
        row.kind = facts.kind();
        row.country = facts.country();
        row.contact = facts.contact();
        row.verified = facts.verified();
        row.suspended = facts.suspended();
        row.registeredAt = facts.registeredAt();
        row.asOfIndex = facts.asOfIndex();
        rows.persist(row);
    }

    @Override
    public void clear() {
        rows.deleteAll();
    }

    /** Its policies are about it as well, but do not change what it is. */
    private static boolean saysWhatItIs(Publication publication) {
        return publication.type() == PublicationType.ORGANISATION_REGISTERED
                || publication.type() == PublicationType.ORGANISATION_CHANGED;
    }
}
