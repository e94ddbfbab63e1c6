package org.livelabel.registry.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a CSV file may hold: identity, GTINs and support. Everything else goes by JSON lines. */
enum CsvColumn {
    PRODUCT_REF("/product_ref", true, "What you call the product; the same reference means the same product"),
    MANUFACTURER(
            "/manufacturer", false, "A maker's id, where an operator lists the product of a maker that is not here"),
    NAME("/identity/name", true, "The product's name"),
    MODEL("/identity/model", false, "The model's name or number"),
    BRAND("/identity/brand", false, "The brand"),
    DEVICE_GROUP("/identity/device_group", true, "connected_home, wearable or other"),
    CATEGORY("/identity/category", true, "An id of GET /v1/categories"),
    GTINS("/gtins", false, "GTINs with spaces between them; an empty cell leaves them as they were published"),
    SUPPORT_KIND(
            "/support/kind",
            false,
            "fixed_date, period_from_purchase, notice_before_end, none_promised, no_end_announced, ended_at_unstated_date "
                    + "or not_stated; an empty cell leaves support as it was published"),
    END_OF_SECURITY_SUPPORT(
            "/support/end_of_security_support",
            false,
            "2031-06-30, or 2031-06 for a month's last day; with fixed_date"),
    SUPPORT_MONTHS("/support/months", false, "Whole months; with period_from_purchase and notice_before_end"),
    GENERAL_AVAILABILITY("/support/general_availability", false, "The first day of sale, YYYY-MM-DD"),
    END_OF_SALES("/support/end_of_sales", false, "YYYY-MM-DD, or unstated"),
    END_OF_FEATURE_UPDATES("/support/end_of_feature_updates", false, "YYYY-MM-DD, or unstated"),
    SUPPORT_BASIS("/support/provenance/basis", false, "statement, document, test or measurement; with support_kind"),
    SUPPORT_ASSERTED_ON("/support/provenance/asserted_on", false, "YYYY-MM-DD; with support_kind"),
    SUPPORT_VALID_UNTIL("/support/provenance/valid_until", false, "YYYY-MM-DD"),
    SUPPORT_EVIDENCE_URL("/support/provenance/evidence/0/url", false, "Where it can be read, https://"),
    SUPPORT_EVIDENCE_TITLE("/support/provenance/evidence/0/title", false, "What can be read there"),
    SUPPORT_AFTER_END("/support/after_end", false, "What still works afterwards; the language stands in the header"),
    SUPPORT_REASON("/support/reason", false, "Why less is promised than before; the language stands in the header");

    private static final char LANGUAGE = ':';

    private final String field;
    private final boolean required;
    private final String description;

    CsvColumn(String field, boolean required, String description) {
        this.field = field;
        this.required = required;
        this.description = description;
    }

    boolean required() {
        return required;
    }

    /** Texts have one column for each language: {@code support_reason:en}. */
    boolean hasLanguage() {
        return this == SUPPORT_AFTER_END || this == SUPPORT_REASON;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT) + (hasLanguage() ? ":en" : "");
    }

    Description describe() {
        return new Description(header(), required, field, description);
    }

    /** The column that a header cell names. */
    static Optional<Named> named(String header) {
        int colon = header.indexOf(LANGUAGE);
        String name = colon < 0 ? header : header.substring(0, colon);
        String language = colon < 0 ? null : header.substring(colon + 1);
        return Arrays.stream(values())
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
                .filter(column -> column.hasLanguage() == (language != null && !language.isBlank()))
                .map(column -> new Named(column, language))
                .findFirst();
    }

    /** A column as a file's header names it. */
    record Named(CsvColumn column, @Nullable String language) {
        void put(String cell, ObjectNode row) {
            CsvCells.put(row, language == null ? column.field : column.field + "/" + language, column, cell);
        }
    }

    /**
     * @param name in the header row; where it ends with a language, any BCP 47 tag may stand there
     * @param field what of import-row/1 it fills, a JSON Pointer; violations of a row name this
     */
    @Schema(name = "CsvColumn")
    record Description(String name, boolean required, String field, String description) {}
}
