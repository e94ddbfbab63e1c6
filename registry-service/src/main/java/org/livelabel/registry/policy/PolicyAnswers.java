package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.WholeAddress;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.text.DiffPage;

/**
 * The versions of a policy and what changed between them, as each of its addresses answers: its own, its organisation's and
 * its products'. An address finds the history that it leads to; the rest is here.
 */
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

    Response versions(PolicyTimeline policy, AsOf asOf, VersionsParameters asked, UriInfo uri, Request request) {
        return versions(policy, latest(policy.latest()), asOf, asked, uri, request);
    }

    /** @param latest the latest one today, whatever day is asked for; null if there is none */
    Response versions(
            PolicyHistory history,
            @Nullable PolicyRecord latest,
            AsOf asOf,
            VersionsParameters asked,
            UriInfo uri,
            Request request) {
        LocalDate effectiveOn = asked.effectiveOn();
        LocalDate statusOn = effectiveOn == null ? asOf.day() : effectiveOn;
        List<PolicyRecord> newestFirst = effectiveOn == null
                ? history.newestFirst()
                : history.inEffect(effectiveOn).stream().toList();
        List<@Nullable String> filters = Arrays.asList(uri.getPath(), asked.on, asked.effectiveOn);
        long before = indexOf(Cursor.read(asked.cursor, filters), Long.MAX_VALUE);
        int size = Page.limit(asked.limit);
        List<PolicyRecord> rest = newestFirst.stream()
                .filter(version -> version.index() < before)
                .limit(size + 1L)
                .toList();
        Page<PolicyVersionResponse> page = PageLinks.page(
                uri,
                rest,
                size,
                version -> views.version(version, history.status(version, statusOn)),
                version -> cursorAfter(version).write(filters));
        Response answer = cacheable.answer(request, page.asOf(asOf.index()));
        return latest == null ? answer : linked(answer, List.of(link(latest, "latest-version")));
    }

    /** With RFC 5829's links to the versions around it; the latest one is the latest today, whatever day is asked for. */
    Response version(PolicyHistory history, int number, AsOf asOf, Request request) {
        PolicyTimeline policy = history.policy(asOf.day());
        PolicyRecord version = require(policy, number);
        List<String> links = new ArrayList<>();
        links.add(link(PolicyViews.url(version.policyId()) + "/versions", "version-history"));
        links.add(link(latest(version), "latest-version"));
        policy.version(number - 1).ifPresent(earlier -> links.add(link(earlier, "predecessor-version")));
        policy.version(number + 1).ifPresent(later -> links.add(link(later, "successor-version")));
        return linked(cacheable.answer(request, views.version(version, history.status(version, asOf.day()))), links);
    }

    Response diff(PolicyHistory history, DiffParameters asked, Request request) {
        return cacheable.answer(request, between(history, asked));
    }

    Response diffPage(PolicyHistory history, DiffParameters asked, Request request) {
        String page = PolicyDiffs.page(between(history, asked));
        Response answer = cacheable.answer(
                request, page.getBytes(StandardCharsets.UTF_8), MediaType.TEXT_HTML + ";charset=UTF-8");
        return Response.fromResponse(answer)
                .header("Content-Security-Policy", DiffPage.CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Lists of policies go on after an index of the log. */
    static Cursor cursorAfter(PolicyRecord version) {
        return new Cursor(Long.toString(version.index()), "");
    }

    static long indexOf(@Nullable Cursor cursor, long without) {
        if (cursor == null) {
            return without;
        }
        try {
            return Long.parseLong(cursor.sortKey());
        } catch (NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }

    private PolicyDiffResponse between(PolicyHistory history, DiffParameters asked) {
        LocalDate today = day.today();
        PolicyTimeline policy = history.policy(today);
        return diffs.between(policy, require(policy, asked.from()), require(policy, asked.to()), asked.language, today);
    }

    /** The latest version there is of the policy. */
    private PolicyRecord latest(PolicyRecord version) {
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

    private static Response linked(Response answer, List<String> links) {
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
