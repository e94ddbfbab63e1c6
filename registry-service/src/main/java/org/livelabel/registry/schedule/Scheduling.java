package org.livelabel.registry.schedule;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.authority.Members;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.draft.Draft;
import org.livelabel.registry.draft.DraftContent;
import org.livelabel.registry.draft.DraftPublishing;
import org.livelabel.registry.draft.DraftRules;
import org.livelabel.registry.draft.Drafts;
import org.livelabel.registry.draft.ListingRights;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.problem.TryAgain;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.product.StandingState;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;
import org.livelabel.registry.schedule.ScheduleRepository.Due;

/**
 * Publishes drafts at the time a person set. The person and the two factors were checked when the time was set. When it
 * comes, everything but the factors is looked at again: whether that person may still publish and the session in which it was
 * set has not been ended, whether organisation and product stand as they should, whether the draft keeps every rule, and what
 * was done to its GTINs from outside. What no longer holds ends it with a reason; what is only in the way for now (account-service does not answer, a deadlock) puts it
 * off, and those after it go on.
 */
@ApplicationScoped
class Scheduling {
    private static final Duration FURTHEST = Duration.ofDays(366);
    /** A failure of our own that comes back so often is one that will not go away. What is passing does not count. */
    private static final int MOST_FAULTS = 5;

    private final ScheduleRepository rows;
    private final Drafts drafts;
    private final DraftPublishing draftPublishing;
    private final ListingRights rights;
    private final DraftRules rules;
    private final Products products;
    private final Publishing publishing;
    private final Caller caller;
    private final Members members;
    private final Supplier<UUID> newIds;
    private final Clock clock;
    private final ScheduleMetrics metrics;

    Scheduling(
            ScheduleRepository rows,
            Drafts drafts,
            DraftPublishing draftPublishing,
            ListingRights rights,
            DraftRules rules,
            Products products,
            Publishing publishing,
            Caller caller,
            Members members,
            Supplier<UUID> newIds,
            Clock clock,
            ScheduleMetrics metrics) {
        this.rows = rows;
        this.drafts = drafts;
        this.draftPublishing = draftPublishing;
        this.rights = rights;
        this.rules = rules;
        this.products = products;
        this.publishing = publishing;
        this.caller = caller;
        this.members = members;
        this.newIds = newIds;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Sets or changes the time. What the draft says now is what will be published. */
    Schedule set(Actor publisher, UUID product, Instant publishAt, int expectedVersion) {
        requireSensible(publishAt);
        return publishing.now(publisher, Locks.own(product), () -> {
            Draft draft = drafts.get(product);
            Drafts.requireVersion(draft, expectedVersion);
            rights.requireMayListFor(publisher.organisation(), draft.manufacturer());
            draftPublishing.requireSomethingToPublish(draft, drafts.content(draft));
            return Outcome.silent(set(draft, publishAt));
        });
    }

    private Schedule set(Draft draft, Instant publishAt) {
        UUID product = draft.id();
        Schedule schedule = rows.findByIdOptional(product).orElseGet(Schedule::new);
        schedule.productId = product;
        schedule.scheduleId = newIds.get();
        schedule.scheduledBy = caller.subject();
        // as the database keeps it, so that the answer is what is read back
        schedule.publishAt = publishAt.truncatedTo(ChronoUnit.MICROS);
        schedule.state = Schedule.WAITING;
        schedule.content = Objects.requireNonNull(draft.text());
        schedule.draftVersion = draft.version();
        schedule.publicGtins = products.find(product)
                .map(ProductState::gtins)
                .orElse(List.of())
                .toArray(String[]::new);
        schedule.scheduledAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        schedule.signedInAt = caller.signedInAt();
        schedule.attempts = 0;
        schedule.faults = 0;
        schedule.nextAttemptAt = null;
        schedule.failure = null;
        rows.persist(schedule);
        return schedule;
    }

    @Transactional
    Optional<Schedule> find(UUID product) {
        return rows.findByIdOptional(product);
    }

    /** @throws HttpProblem 409 if it is too late */
    void cancel(Actor editor, UUID product) {
        // the lock on the draft: a publication that has begun is not cancelled half-way
        publishing.now(editor, Locks.own(product), () -> {
            if (!rows.isWaiting(product)) {
                throw Problem.of(
                        ProblemType.LIFE_CYCLE, "No publication is waiting for its time; there is none to cancel.");
            }
            return Outcome.silent(rows.deleteById(product));
        });
    }

    /** Publishes one draft whose time has come, or puts it off; false if there is none. */
    boolean publishNext() {
        Optional<Due> due = rows.nextDue(clock.instant());
        return due.isPresent() && attempt(due.get());
    }

    /** @return false if somebody else holds the draft, so that it is worth waiting a moment */
    boolean attempt(Due due) {
        try {
            UUID publisher = drafts.publisherOf(due.product()).orElseThrow();
            Actor by = Actor.absentPublisher(() -> requireAuthority(due, publisher));
            return publishing.ifFree(by, due.product(), () -> publish(due)).isPresent() || postpone(due, 0);
        } catch (RuntimeException e) {
            if (TryAgain.mayHelp(e)) {
                Log.infof("the publication of product %s that was set for a time is put off: %s", due.product(), e);
                return postpone(due, 0);
            }
            if (e instanceof HttpProblem problem) {
                return fail(due, Objects.requireNonNullElse(problem.getDetail(), problem.getTitle()))
                        || postpone(due, 0);
            }
            Log.errorf(e, "product %s cannot be published at the time that was set", due.product());
            if (due.faults() + 1 < MOST_FAULTS) {
                return postpone(due, 1);
            }
            return fail(due, "Something went wrong on our side. Nothing was published; set a time again.")
                    || postpone(due, 0);
        }
    }

    private boolean postpone(Due due, int faults) {
        boolean putOff = rows.postpone(due, clock.instant().plus(TryAgain.after(due.attempts() + 1)), faults);
        if (putOff) {
            metrics.putOff();
        }
        return putOff;
    }

    private Membership requireAuthority(Due due, UUID publisher) {
        if (due.by() == null) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "It is not known any more who set this time, so nobody can say whether they may still publish. Set it"
                            + " again.");
        }
        return members.membershipOf(due.by(), publisher, due.signedInAt())
                .filter(Membership::mayPublish)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_ALLOWED,
                        "When the time came, the person who set it was not a publisher of an organisation in good standing"
                                + " any more."));
    }

    /** @return whether it is published now; if not, it was cancelled or ended, or set anew since it was found */
    private Outcome<Boolean> publish(Due due) {
        Schedule schedule = rows.findById(due.product());
        if (schedule == null || !schedule.isWaiting() || !schedule.scheduleId.equals(due.id())) {
            return Outcome.silent(false);
        }
        Draft draft = drafts.get(due.product());
        ProductState published = products.find(due.product()).orElse(null);
        requireListed(published);
        if (draft.publishedVersion() > schedule.draftVersion) {
            throw Problem.of(ProblemType.STALE, "A newer version of the draft was published before the time came.");
        }
        rights.requireMayListFor(draft.publisher(), draft.manufacturer());
        DraftContent content = content(schedule, published);
        List<Entry> entries = draft.version() == schedule.draftVersion
                ? draftPublishing.take(draft, content)
                : draftPublishing.takeEarlier(draft, schedule.draftVersion, content);
        if (entries.isEmpty()) {
            throw Problem.of(
                    ProblemType.NOTHING_TO_PUBLISH,
                    "When the time came, everything that was to be published was public.");
        }
        schedule.published();
        return Outcome.of(entries, publications -> true);
    }

    private static void requireListed(@Nullable ProductState published) {
        if (published == null) {
            return;
        }
        ListingState listing = published.listing().state();
        if (listing == ListingState.WITHDRAWN || listing == ListingState.ORPHANED) {
            throw Problem.of(ProblemType.LIFE_CYCLE, "When the time came, the product's listing had ended.");
        }
        if (published.listing().standing().state() != StandingState.GOOD) {
            throw Problem.of(
                    ProblemType.LIFE_CYCLE,
                    "When the time came, the operator of this registry had suspended or revoked the product.");
        }
    }

    /** What the person changed about the GTINs is done to those that are public now: an operator may have moved some. */
    private DraftContent content(Schedule schedule, @Nullable ProductState published) {
        DraftContent content =
                rules.require(DraftRules.SCHEMA, StrictJson.parse(Objects.requireNonNull(schedule.content)));
        if (content.gtins() == null || published == null || schedule.publicGtins == null) {
            return content;
        }
        return content.withGtins(GtinMerge.of(List.of(schedule.publicGtins), content.gtins(), published.gtins()));
    }

    /** @return false if somebody else holds the draft: those that wait behind it do not wait for that */
    private boolean fail(Due due, @Nullable String reason) {
        return publishing
                .ifFree(Actor.service(), due.product(), () -> {
                    Schedule schedule = rows.findById(due.product());
                    // one that was set anew has not failed
                    if (schedule != null && schedule.isWaiting() && schedule.scheduleId.equals(due.id())) {
                        Log.warnf(
                                "the publication of product %s that was set for a time has failed: %s",
                                due.product(), reason);
                        schedule.failed(reason);
                        metrics.failed();
                    }
                    return Outcome.silent(true);
                })
                .isPresent();
    }

    private void requireSensible(Instant publishAt) {
        Instant now = clock.instant();
        if (!publishAt.isAfter(now)) {
            throw Problem.at(
                    ProblemType.INVALID_CONTENT,
                    "/publish_at",
                    "has passed; name a time to come, or publish at once with draft:publish");
        }
        if (publishAt.isAfter(now.plus(FURTHEST))) {
            throw Problem.at(
                    ProblemType.INVALID_CONTENT, "/publish_at", "is more than a year away; name an earlier time");
        }
    }
}
