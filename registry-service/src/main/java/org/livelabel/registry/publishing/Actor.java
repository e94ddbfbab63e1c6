package org.livelabel.registry.publishing;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.problem.ProblemType;

/**
 * Who does something, and who says that they may. That is asked when an actor is made, before a transaction opens; the answer
 * is believed for as long as {@link Membership#isBelievedAt} says and then asked for again.
 */
public final class Actor {
    private final boolean ownOnly;
    private final boolean inGoodStanding;
    private final Told told;
    private final @Nullable Supplier<Membership> question;
    private @Nullable Membership answer;
    private final @Nullable UUID organisation;

    private Actor(
            boolean ownOnly,
            boolean inGoodStanding,
            Told told,
            @Nullable Supplier<Membership> question,
            @Nullable UUID organisation) {
        this.ownOnly = ownOnly;
        this.inGoodStanding = inGoodStanding;
        this.told = told;
        this.question = question;
        this.answer = question == null ? null : question.get();
        this.organisation = answer == null ? organisation : answer.id();
    }

    /**
     * Publishes what is its own organisation's.
     *
     * @param question asks whether the caller may, and refuses otherwise; never within a transaction
     */
    public static Actor publisher(Supplier<Membership> question) {
        return new Actor(true, true, Told.AT_ONCE, question, null);
    }

    /** Writes what is its own organisation's and private: it may be of one that is not verified. */
    public static Actor editor(Supplier<Membership> question) {
        return new Actor(true, false, Told.AT_ONCE, question, null);
    }

    /** Publishes for an operator of this registry, about anybody's product. */
    public static Actor operator(Supplier<Membership> question) {
        return new Actor(false, true, Told.AT_ONCE, question, null);
    }

    /** Set a time at which something of its own organisation's is published, and is not there when it comes. */
    public static Actor absentPublisher(Supplier<Membership> question) {
        return new Actor(true, true, Told.WHEN_THE_TIME_CAME, question, null);
    }

    /**
     * Sent a file; was asked then, and is not asked again for each of its lines.
     *
     * @param publishes whether the lines are to be published, or are written as drafts
     */
    public static Actor importer(UUID organisation, boolean publishes) {
        return new Actor(true, publishes, Told.BEFORE_ITS_TURN, null, organisation);
    }

    /** A service that commands, or this one: whoever makes it has looked at the token, and no person is behind it. */
    public static Actor service() {
        return new Actor(false, false, Told.AT_ONCE, null, null);
    }

    /** For which it acts; a service has none. */
    public UUID organisation() {
        return Objects.requireNonNull(organisation, "a service acts for no organisation");
    }

    /** Asks again if what was answered is too old to be believed. */
    void ask(Instant now) {
        if (question != null && !isBelievedAt(now)) {
            answer = question.get();
            if (!answer.id().equals(organisation)) {
                // an operator of two organisations that is a member of one of them by now
                throw Problem.of(
                        ProblemType.NOT_ALLOWED,
                        "You may not act for organisation " + organisation + " any more. Nothing was changed.");
            }
        }
    }

    boolean isBelievedAt(Instant now) {
        return question == null || answer != null && answer.isBelievedAt(now);
    }

    boolean ownOnly() {
        return ownOnly;
    }

    boolean inGoodStanding() {
        return inGoodStanding;
    }

    Told told() {
        return told;
    }
}
