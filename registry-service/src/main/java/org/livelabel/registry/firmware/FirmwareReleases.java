package org.livelabel.registry.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.ContentWithheld;
import org.livelabel.registry.entry.FirmwareReleased;
import org.livelabel.registry.entry.FirmwareWithdrawn;
import org.livelabel.registry.firmware.FirmwareRelease.Withdrawal;
import org.livelabel.registry.firmware.FirmwareRelease.Words;
import org.livelabel.registry.framework.RecordSource;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;

/** The releases that the log knows. */
@ApplicationScoped
class FirmwareReleases implements Projection, RecordSource {
    private final FirmwareRows rows;
    private final Documents documents;

    FirmwareReleases(FirmwareRows rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    @Override
    public void apply(Publication publication) {
        switch (publication.entry()) {
            case FirmwareReleased released -> release(publication, released);
            case FirmwareWithdrawn withdrawn -> withdraw(publication, withdrawn);
            case ContentWithheld withheld ->
                rows.naming(withheld.subject().name()).forEach(this::tellAgain);
            default -> {}
        }
    }

    @Override
    @Transactional
    public Set<String> recordsFor(UUID product, UUID manufacturer, LocalDate day) {
        return rows.hasAny(product) ? Set.of("firmware") : Set.of();
    }

    @Override
    public boolean isOfTheProductAlone() {
        return true;
    }

    @Override
    public void clear() {
        rows.clear();
    }

    private void release(Publication publication, FirmwareReleased released) {
        rows.keep(new FirmwareRelease(
                publication.subject().id(),
                released.release(),
                words(released.document().sha256()),
                released.releasedOn(),
                released.imageSha256(),
                released.imageSize(),
                released.signed(),
                released.antiRollback(),
                publication.manufacturer(),
                publication.publisher(),
                publication.publishedAt(),
                publication.index(),
                publication.effectiveOn(),
                released.document().sha256(),
                null,
                publication.index()));
    }

    private void withdraw(Publication publication, FirmwareWithdrawn withdrawn) {
        FirmwareRelease release =
                rows.find(publication.subject().id(), withdrawn.release()).orElseThrow();
        rows.keep(release.with(
                release.words(),
                withdrawal(publication.publishedAt(), withdrawn.document().sha256()),
                publication.index()));
    }

    /** A document is withheld: what it told is gone, and nothing else changes. */
    private void tellAgain(FirmwareRelease release) {
        Withdrawal withdrawal = release.withdrawal();
        rows.keep(release.with(
                words(release.documentSha256()),
                withdrawal == null ? null : withdrawal(withdrawal.at(), withdrawal.documentSha256()),
                release.asOfIndex()));
    }

    private Words words(String sha256) {
        JsonNode document = documents.read(sha256);
        return new Words(
                document.path("version").textValue(),
                document.path("minimum_version").textValue(),
                text(document.get("notes")));
    }

    private Withdrawal withdrawal(Instant at, String sha256) {
        return new Withdrawal(at, sha256, text(documents.read(sha256).get("reason")));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
