package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a product's support, one version of it.
 *
 * @param version 1, 2, 3, ... for each product
 * @param change {@link #FIRST}, {@link #EXTENDED}, {@link #SHORTENED} or {@link #CORRECTED}
 * @param kind a {@code SupportKind}'s wire name, or "not_stated"
 * @param codes what else is to be said of the change, {@link #ERROR_CORRECTED}; mostly none
 * @param endOfSecuritySupport a day or a month; with kind fixed_date
 * @param months with the kinds period_from_purchase and notice_before_end
 * @param endOfSales a day, or "unstated" when it is over and nobody said when
 * @param endOfFeatureUpdates like endOfSales; never security support
 * @param document the texts: provenance, reason, what still works afterwards
 */
public record SupportCommitted(
        About about,
        int version,
        String change,
        String kind,
        List<String> codes,
        @Nullable String endOfSecuritySupport,
        @Nullable Integer months,
        @Nullable LocalDate generalAvailability,
        @Nullable String endOfSales,
        @Nullable String endOfFeatureUpdates,
        DocumentRef document)
        implements Entry {
    public static final String FIRST = "first";
    /** Or otherwise not shorter. */
    public static final String EXTENDED = "extended";

    public static final String SHORTENED = "shortened";
    /** Where the claimant is the registry: what an operator wrote down is no promise that could be broken. */
    public static final String CORRECTED = "corrected";
    /** The publisher says that what stood there before was its own mistake. It stays visible, and a shortening one. */
    public static final String ERROR_CORRECTED = "error_corrected";

    static SupportCommitted from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.SUPPORT_COMMITTED, data);
        return new SupportCommitted(
                about,
                reader.number("version"),
                reader.text("change"),
                reader.text("kind"),
                reader.texts("codes"),
                reader.textIfAny("end_of_security_support"),
                reader.numberIfAny("months"),
                reader.dayIfAny("general_availability"),
                reader.textIfAny("end_of_sales"),
                reader.textIfAny("end_of_feature_updates"),
                reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.SUPPORT_COMMITTED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter()
                .put("version", version)
                .put("change", change)
                .put("kind", kind)
                .putAllIfAny("codes", codes)
                .put("end_of_security_support", endOfSecuritySupport)
                .put("months", months)
                .put("general_availability", generalAvailability)
                .put("end_of_sales", endOfSales)
                .put("end_of_feature_updates", endOfFeatureUpdates)
                .put("document", document)
                .node();
    }

    /** Whether it takes something of a promise back. */
    public boolean isShortening() {
        return change.equals(SHORTENED);
    }
}
