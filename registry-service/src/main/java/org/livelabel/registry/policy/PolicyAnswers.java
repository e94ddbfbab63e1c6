package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.WholeAddress;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.policy.PolicyTimeline.Status;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.text.DiffPage;

/** The answers that a policy gives at each of its addresses: its own, its organisation's and its products'. */
@ApplicationScoped
class PolicyAnswers {
    private final Policies policies;
    private final PublicationLog log;
    private final PolicyViews views;
    private final PolicyDiffs diffs;
    private final Cacheable cacheable;
    private final Day day;

    PolicyAnswers(
            Policies policies, PublicationLog log, PolicyViews views, PolicyDiffs diffs, Cacheable cacheable, Day day) {
        this.policies = policies;
        this.log = log;
        this.views = views;
        this.diffs = diffs;
        this.cacheable = cacheable;
        this.day = day;
    }

    /** @param on a day, or null for now */
    AsOf asOf(@Nullable String on) {
        if (on == null) {
            return new AsOf(day.today(), Day.EVER, log.lastIndex());
        }
        LocalDate asked = day.asked(on);
        return new AsOf(asked, UtcDay.end(asked), null);
    }

    Response versions(
            List<PolicyRecord> newestFirst,
            BiFunction<PolicyRecord, LocalDate, Status> status,
            @Nullable PolicyRecord latest,
            AsOf asOf,
            VersionsParameters query,
            UriInfo uri,
            Request request) {
        List<@Nullable String> filters = Arrays.asList(uri.getPath(), query.on, query.effectiveOn);
        long before = indexOf(Cursor.read(query.cursor, filters), Long.MAX_VALUE);
        int size = Page.limit(query.limit);
        LocalDate asked = query.effectiveOn == null ? asOf.day() : effectiveDay(query.effectiveOn);
        List<PolicyRecord> rest = newestFirst.stream()
                .filter(version -> version.index() < before)
                .limit(size + 1L)
                .toList();
        Page<PolicyVersionResponse> page = PageLinks.page(
                uri, rest, size, version -> views.version(version, status.apply(version, asked)), version -> new Cursor(
                                Long.toString(version.index()), "")
                        .write(filters));
        Response answer = cacheable.answer(request, page.asOf(asOf.index()));
        return latest == null ? answer : linked(answer, link(latest, "latest-version"));
    }

    /**
     * With RFC 5829's links to the versions around it. The latest one is the one that is the latest today, whatever day is asked
     * for.
     */
    Response version(
            PolicyTimeline policy,
            int number,
            BiFunction<PolicyRecord, LocalDate, Status> status,
            LocalDate day,
            Request request) {
        PolicyRecord version = require(policy, number);
        Response answer = cacheable.answer(request, views.version(version, status.apply(version, day)));
        return linked(
                answer,
                Stream.of(
                                link(PolicyViews.url(version.policyId()) + "/versions", "version-history"),
                                link(latest(version), "latest-version"),
                                policy.version(number - 1)
                                        .map(v -> link(v, "predecessor-version"))
                                        .orElse(""),
                                policy.version(number + 1)
                                        .map(v -> link(v, "successor-version"))
                                        .orElse(""))
                        .filter(link -> !link.isEmpty())
                        .toArray(String[]::new));
    }

    Response diff(PolicyTimeline policy, DiffParameters asked, Request request) {
        return cacheable.answer(
                request,
                diffs.between(
                        policy,
                        require(policy, asked.from()),
                        require(policy, asked.to()),
                        asked.language,
                        day.today()));
    }

    Response diffPage(PolicyTimeline policy, DiffParameters asked, Request request) {
        String page = diffs.page(policy, require(policy, asked.from()), require(policy, asked.to()), asked.language);
        Response answer = cacheable.answer(
                request, page.getBytes(StandardCharsets.UTF_8), MediaType.TEXT_HTML + ";charset=UTF-8");
        return Response.fromResponse(answer)
                .header("Content-Security-Policy", DiffPage.CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** A day that is still to come is asked for too. */
    static LocalDate effectiveDay(String text) {
        return Day.parse("effective_on", text);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 */
    static PolicyKind kind(String name) {
        return PolicyKind.fromWireName(name)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no kind of policy " + name + "; there are "
                                + Arrays.stream(PolicyKind.values())
                                        .map(PolicyKind::wireName)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** Lists of policies go on after an index of the log. */
    static long indexOf(@Nullable Cursor cursor, long without) {
        if (cursor == null) {
            return without;
        }
        try {
            return Long.parseLong(cursor.sortKey());
        } catch (NumberFormatException e) {
            throw Problem.at(
                    ProblemType.INVALID_CURSOR, "cursor", "was not made by this list; take it from the next link");
        }
    }

    /** The latest version there is of the policy. */
    PolicyRecord latest(PolicyRecord version) {
        return policies.find(version.policyId(), Day.EVER).orElseThrow().latest();
    }

    private static PolicyRecord require(PolicyTimeline policy, int number) {
        return policy.version(number)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no version " + number + "; the latest is "
                                + policy.latest().version() + "."));
    }

    private static String link(PolicyRecord version, String relation) {
        return link(PolicyViews.url(version), relation);
    }

    private static String link(String path, String relation) {
        return "<" + WholeAddress.of(path) + ">; rel=\"" + relation + "\"";
    }

    private static Response linked(Response answer, String... links) {
        return Response.fromResponse(answer)
                .header("Link", String.join(", ", links))
                .build();
    }

    /**
     * @param day for the status
     * @param before what was published then or later is not known
     * @param index the log's last index, read before anything else; null for a day that has passed
     */
    record AsOf(LocalDate day, Instant before, @Nullable Long index) {}
}
