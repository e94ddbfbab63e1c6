package org.livelabel.registry.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.ContentWithheld;
import org.livelabel.registry.entry.FirmwareReleased;
import org.livelabel.registry.entry.FirmwareWithdrawn;
import org.livelabel.registry.framework.RecordSource;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;

/** The releases that the log knows. */
@ApplicationScoped
class FirmwareReleases implements Projection, RecordSource {
    private final FirmwareReleaseRepository rows;
    private final Documents documents;

    FirmwareReleases(FirmwareReleaseRepository rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    @Override
    public void apply(Publication publication) {
        switch (publication.entry()) {
            case FirmwareReleased released -> release(publication, released);
            case FirmwareWithdrawn withdrawn -> withdraw(publication, withdrawn);
            case ContentWithheld withheld ->
                rows.naming(withheld.subject().name()).forEach(row -> {
                    describe(row);
                    explain(row);
                });
            default -> {}
        }
    }

    @Override
    @Transactional
    public Set<String> recordsFor(UUID product, UUID manufacturer, LocalDate day) {
        return rows.count("productId", product) > 0 ? Set.of("firmware") : Set.of();
    }

    @Override
    public boolean isOfTheProductAlone() {
        return true;
    }

    @Override
    public void clear() {
        rows.deleteAll();
    }

    private void release(Publication publication, FirmwareReleased released) {
        FirmwareRelease row = new FirmwareRelease();
        row.productId = publication.subject().id();
        row.release = released.release();
        row.releasedOn = released.releasedOn();
        row.imageSha256 = released.imageSha256();
        row.imageSize = released.imageSize();
        row.signed = released.signed();
        row.antiRollback = released.antiRollback();
        row.manufacturerId = publication.manufacturer();
        row.publisherId = publication.publisher();
        row.publishedAt = publication.publishedAt();
        row.publishedIndex = publication.index();
        row.effectiveOn = publication.effectiveOn();
        row.documentSha256 = released.document().sha256();
        row.asOfIndex = publication.index();
        describe(row);
        rows.persist(row);
    }

    private void withdraw(Publication publication, FirmwareWithdrawn withdrawn) {
        FirmwareRelease row =
                rows.findById(new FirmwareRelease.Key(publication.subject().id(), withdrawn.release()));
        row.withdrawnAt = publication.publishedAt();
        row.withdrawalSha256 = withdrawn.document().sha256();
        row.asOfIndex = publication.index();
        explain(row);
    }

    private void describe(FirmwareRelease row) {
        JsonNode document = documents.read(row.documentSha256);
        row.version = document.path("version").textValue();
        row.minimumVersion = document.path("minimum_version").textValue();
        row.notes = text(document.get("notes"));
    }

    private void explain(FirmwareRelease row) {
        row.withdrawalReason = row.withdrawalSha256 == null
                ? null
                : text(documents.read(row.withdrawalSha256).get("reason"));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
