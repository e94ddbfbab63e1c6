package org.livelabel.registry.finding;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.category.Categories;
import org.livelabel.registry.framework.Framework;
import org.livelabel.registry.framework.Frameworks;
import org.livelabel.registry.paging.Asked;
import org.livelabel.registry.paging.WordLimit;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.StandingState;
import org.livelabel.support.SupportStatus;

/** Checks what a search is asked by. An unknown filter is refused: an answer that ignored it would mislead. */
@ApplicationScoped
class SearchRequest {
    private static final Pattern CRITERION =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]{0,39}):(yes|partly|no|not_applicable|not_stated)");
    private static final List<String> ANSWERS = List.of("yes", "partly", "no", "not_stated");
    private static final List<String> YES_OR_NO = List.of("yes", "no", "not_stated");

    private final Categories categories;
    private final DataTypes dataTypes;
    private final Frameworks frameworks;

    SearchRequest(Categories categories, DataTypes dataTypes, Frameworks frameworks) {
        this.categories = categories;
        this.dataTypes = dataTypes;
        this.frameworks = frameworks;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names what is allowed */
    SearchFilter filter(SearchParameters asked, Set<String> names) {
        for (String name : names) {
            if (!SearchParameters.NAMES.contains(name)) {
                throw Asked.unreadable(
                        name,
                        "is not a parameter of this list; it takes "
                                + String.join(", ", new TreeSet<>(SearchParameters.NAMES)));
            }
        }
        return new SearchFilter(
                words(asked.q),
                Asked.list("category", asked.category, ids()),
                Asked.list("device_group", asked.deviceGroup, groups()),
                Asked.organisation("manufacturer", asked.manufacturer),
                Asked.organisation("publisher", asked.publisher),
                Asked.list("listing", asked.listing, wireNames(ListingState.values())),
                Asked.list("standing", asked.standing, wireNames(StandingState.values())),
                Asked.list("support_status", asked.supportStatus, wireNames(SupportStatus.values())).stream()
                        .map(name -> SupportStatus.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList(),
                Asked.number("support_years_left", asked.supportYearsLeft, 1, 100),
                traits(asked),
                criteria(asked.criterion),
                Asked.number("changed_since_index", asked.changedSinceIndex, 0, 999_999_999_999L));
    }

    SearchOrder order(SearchParameters asked, SearchFilter filter) {
        String sort = Asked.one("sort", asked.sort, wireNames(SearchOrder.values()));
        if (sort == null) {
            return filter.words() == null ? SearchOrder.NAME : SearchOrder.RELEVANCE;
        }
        SearchOrder order = SearchOrder.fromWireName(sort);
        if (order == SearchOrder.RELEVANCE && filter.words() == null) {
            throw Asked.unreadable(
                    "sort", "can be relevance only where q says to what; use name, support_end or changed");
        }
        return order;
    }

    boolean facets(SearchParameters asked) {
        return "true".equals(Asked.one("facets", asked.facets, List.of("true", "false")));
    }

    private static @Nullable SearchWords words(@Nullable String q) {
        String text = Asked.text(q);
        if (text == null) {
            return null;
        }
        WordLimit.requireShort("q", text);
        SearchWords words = SearchWords.of(text);
        WordLimit.requireFew("q", words.words());
        return words;
    }

    private List<List<String>> traits(SearchParameters asked) {
        List<List<String>> traits = new ArrayList<>();
        Asked.list("collects", asked.collects, dataTypes.andNone())
                .forEach(type -> traits.add(List.of("collects:" + type)));
        any(traits, "shared:", Asked.list("shared", one(asked.shared), YES_OR_NO));
        any(traits, "sold:", Asked.list("sold", one(asked.sold), YES_OR_NO));
        any(traits, "offline:", Asked.list("works_offline", asked.worksOffline, ANSWERS));
        return traits;
    }

    private static void any(List<List<String>> traits, String prefix, List<String> answers) {
        if (!answers.isEmpty()) {
            traits.add(answers.stream().map(answer -> prefix + answer).toList());
        }
    }

    private List<CriterionAsked> criteria(List<String> asked) {
        return Asked.list(asked).stream().map(this::criterion).toList();
    }

    private CriterionAsked criterion(String asked) {
        var parts = CRITERION.matcher(asked);
        if (!parts.matches()) {
            throw unknownCriterion();
        }
        Framework.Criterion criterion =
                frameworks.criterion(parts.group(1)).orElseThrow(SearchRequest::unknownCriterion);
        return new CriterionAsked(criterion.id(), parts.group(2), criterion.policyKind());
    }

    private static HttpProblem unknownCriterion() {
        return Asked.unreadable(
                "criterion",
                "must be the id of a criterion of GET /v1/frameworks, a colon and yes, partly, no, not_applicable or "
                        + "not_stated: OTA-1:yes");
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private Collection<String> ids() {
        return categories.catalogue().categories().stream()
                .map(Categories.Category::id)
                .toList();
    }

    private Collection<String> groups() {
        return categories.catalogue().deviceGroups().stream()
                .map(Categories.DeviceGroup::id)
                .toList();
    }

    private static Set<String> wireNames(Enum<?>[] values) {
        return Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
