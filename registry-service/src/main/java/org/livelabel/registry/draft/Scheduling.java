package org.livelabel.registry.draft;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.json.StrictJson;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/**
 * Publishes drafts at the time a person set. The person and the two factors were checked when the time was set; when it
 * comes, the organisation must still be in good standing and the draft must still keep every rule.
 */
@ApplicationScoped
class Scheduling {
    private static final Duration FURTHEST = Duration.ofDays(366);

    @Inject
    ScheduleRepository rows;

    @Inject
    DraftRepository draftRows;

    @Inject
    Drafts drafts;

    @Inject
    DraftRules rules;

    @Inject
    Organisations organisations;

    @Inject
    Clock clock;

    /** Sets or changes the time. What the draft says now is what will be published. */
    @Transactional
    Schedule set(Membership member, UUID product, Instant publishAt, @Nullable Integer expectedVersion) {
        requireSensible(publishAt);
        Draft draft = draftRows.lock(product);
        DraftPublishing.requireOwner(draft, member);
        if (expectedVersion != null) {
            DraftPublishing.requireVersion(draft, expectedVersion);
        }
        drafts.requireMayListFor(member.id(), draft.manufacturerId);
        drafts.requireSomethingToPublish(draft, drafts.content(draft));
        Schedule schedule = rows.findByIdOptional(product).orElseGet(Schedule::new);
        schedule.productId = product;
        schedule.publishAt = publishAt;
        schedule.state = Schedule.WAITING;
        schedule.content = Objects.requireNonNull(draft.content);
        schedule.draftVersion = draft.draftVersion;
        schedule.scheduledAt = clock.instant();
        schedule.failure = null;
        rows.persist(schedule);
        return schedule;
    }

    @Transactional
    Optional<Schedule> find(UUID product) {
        return rows.findByIdOptional(product);
    }

    /** @throws HttpProblem 409 if it is too late */
    @Transactional
    void cancel(UUID product) {
        // the lock on the draft: a publication that has begun is not cancelled half-way
        draftRows.lock(product);
        if (!rows.isWaiting(product)) {
            throw Problem.of(
                    ProblemType.LIFE_CYCLE, "No publication is waiting for its time; there is none to cancel.");
        }
        rows.deleteById(product);
    }

    /** Publishes one draft whose time has come; false if there is none. */
    boolean publishNext() {
        UUID[] claimed = new UUID[1];
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Schedule> due = rows.claimDue(clock.instant());
                due.ifPresent(schedule -> {
                    claimed[0] = schedule.productId;
                    publish(schedule);
                });
                return due.isPresent();
            });
        } catch (HttpProblem e) {
            fail(Objects.requireNonNull(claimed[0]), Objects.requireNonNullElse(e.getDetail(), e.getTitle()));
            return true;
        }
    }

    private void publish(Schedule schedule) {
        Draft draft = draftRows.lock(schedule.productId);
        OrganisationFacts publisher = organisations.find(draft.publisherId).orElse(null);
        if (publisher == null || !publisher.verified() || publisher.suspended()) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "When the time came, the organisation was not in good standing.");
        }
        if (draft.publishedVersion > schedule.draftVersion) {
            throw Problem.of(ProblemType.STALE, "A newer version of the draft was published before the time came.");
        }
        drafts.requireMayListFor(draft.publisherId, draft.manufacturerId);
        DraftContent content = rules.require(DraftRules.SCHEMA, StrictJson.parse(schedule.content));
        if (draft.draftVersion == schedule.draftVersion) {
            drafts.publish(draft, content);
        } else {
            drafts.publishEarlier(draft, schedule.draftVersion, content);
        }
        schedule.state = Schedule.PUBLISHED;
    }

    private void fail(UUID product, String reason) {
        Log.warnf("the publication of product %s that was set for a time has failed: %s", product, reason);
        QuarkusTransaction.requiringNew().run(() -> {
            Schedule schedule = rows.findById(product);
            schedule.state = Schedule.FAILED;
            schedule.failure = reason;
        });
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
