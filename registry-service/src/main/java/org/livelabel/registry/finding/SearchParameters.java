package org.livelabel.registry.finding;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a search is asked by, before anything of it is checked. A list takes several values, repeated or with commas. */
public class SearchParameters {
    static final Set<String> NAMES = Set.of(
            "q",
            "category",
            "device_group",
            "manufacturer",
            "publisher",
            "listing",
            "standing",
            "support_status",
            "support_years_left",
            "collects",
            "shared",
            "sold",
            "works_offline",
            "criterion",
            "changed_since_index",
            "sort",
            "facets",
            "cursor",
            "limit");

    @Parameter(
            description =
                    "Words, or beginnings of words, of the name, model, brand or manufacturer's name. If no product "
                            + "has all of them, products with similar words are found")
    @QueryParam("q")
    @Nullable String q;

    @Parameter(description = "One of these ids of GET /v1/categories")
    @QueryParam("category")
    List<String> category = List.of();

    @Parameter(description = "connected_home, wearable or other")
    @QueryParam("device_group")
    List<String> deviceGroup = List.of();

    @Parameter(description = "An organisation's id")
    @QueryParam("manufacturer")
    @Nullable String manufacturer;

    @Parameter(description = "An organisation's id")
    @QueryParam("publisher")
    @Nullable String publisher;

    @Parameter(description = "One of these states of the listing, for instance listed")
    @QueryParam("listing")
    List<String> listing = List.of();

    @Parameter(description = "What the operator of this registry says: good, suspended or revoked")
    @QueryParam("standing")
    List<String> standing = List.of();

    @Parameter(description = "One of these statuses on today's UTC day, for instance supported,ending")
    @QueryParam("support_status")
    List<String> supportStatus = List.of();

    @Parameter(description = "Security updates promised for at least so many years to a unit bought today, 1 to 100")
    @QueryParam("support_years_left")
    @Nullable String supportYearsLeft;

    @Parameter(description = "All of these data types, for instance camera; or none, where the maker says so")
    @QueryParam("collects")
    List<String> collects = List.of();

    @Parameter(description = "Whether data is shared with others: yes, no or not_stated")
    @QueryParam("shared")
    @Nullable String shared;

    @Parameter(description = "Whether data is sold: yes, no or not_stated")
    @QueryParam("sold")
    @Nullable String sold;

    @Parameter(description = "yes, partly, no or not_stated")
    @QueryParam("works_offline")
    List<String> worksOffline = List.of();

    @Parameter(
            description = "All of these answers, each a criterion's id, a colon and yes, partly, no, not_applicable or "
                    + "not_stated: OTA-1:yes")
    @QueryParam("criterion")
    List<String> criterion = List.of();

    @Parameter(
            description =
                    "Only products of which something that is read has changed after this index of the log: their own entries, "
                            + "firmware included, their maker's and publisher's facts, and the policies that apply to them")
    @QueryParam("changed_since_index")
    @Nullable String changedSinceIndex;

    @Parameter(
            description = "name; support_end: the longest first, those without a date last; changed: the newest first; "
                    + "relevance, which is the order unless told when q is given, otherwise name is")
    @QueryParam("sort")
    @Nullable String sort;

    @Parameter(description = "true: count all that was found by category, status and what they disclose")
    @QueryParam("facets")
    @Nullable String facets;

    @QueryParam("cursor")
    @Nullable String cursor;

    @Parameter(description = "1 to 200, 50 unless told")
    @QueryParam("limit")
    @Nullable String limit;
}
