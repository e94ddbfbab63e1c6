package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of the log says. It holds ids, codes, dates, numbers and digests only: a text that a person wrote goes into a
 * document. Codes are kept as they are written, because a later release may know more of them; what is asked of one is asked
 * of the record that holds it.
 */
public sealed interface Entry
        permits OrganisationDescribed,
                ProductDescribed,
                LifeChanged,
                GtinsChanged,
                SupportCommitted,
                DisclosurePublished,
                PolicyPublished,
                FirmwareReleased,
                FirmwareWithdrawn,
                ContentWithheld {

    About about();

    PublicationType type();

    /**
     * The CloudEvents data as docs/log-format.md says, in its order of members; without {@code effective_on}, which the log puts
     * first, unless it is not the day of publication.
     */
    ObjectNode data();

    /** From which day on it holds; null if that is the day of publication. */
    default @Nullable LocalDate effectiveOn() {
        return null;
    }

    /** Understands what is stored, whichever release wrote it: members that are not known are passed over. */
    static Entry of(PublicationType type, About about, JsonNode data) {
        return switch (type) {
            case ORGANISATION_REGISTERED -> OrganisationRegistered.from(about, data);
            case ORGANISATION_CHANGED -> OrganisationChanged.from(about, data);
            case PRODUCT_REGISTERED -> ProductRegistered.from(about, data);
            case PRODUCT_CHANGED -> ProductChanged.from(about, data);
            case PRODUCT_WITHDRAWN -> ProductWithdrawn.from(about, data);
            case GTINS_CHANGED -> GtinsChanged.from(about, data);
            case SUPPORT_COMMITTED -> SupportCommitted.from(about, data);
            case DISCLOSURE_PUBLISHED -> DisclosurePublished.from(about, data);
            case POLICY_PUBLISHED -> PolicyPublished.from(about, data);
            case PRODUCT_SUPERSEDED -> ProductSuperseded.from(about, data);
            case PRODUCT_ORPHANED -> ProductOrphaned.from(about, data);
            case PRODUCT_SUSPENDED -> ProductSuspended.from(about, data);
            case PRODUCT_LIFTED -> ProductLifted.from(about, data);
            case PRODUCT_REVOKED -> ProductRevoked.from(about, data);
            case PRODUCT_HANDED_OVER -> ProductHandedOver.from(about, data);
            case FIRMWARE_RELEASED -> FirmwareReleased.from(about, data);
            case FIRMWARE_WITHDRAWN -> FirmwareWithdrawn.from(about, data);
            case CONTENT_WITHHELD -> ContentWithheld.from(about, data);
        };
    }

    default Subject subject() {
        return about().subject();
    }

    default UUID manufacturer() {
        return about().manufacturer();
    }

    default UUID publisher() {
        return about().publisher();
    }

    default Claimant claimant() {
        return about().claimant();
    }
}
