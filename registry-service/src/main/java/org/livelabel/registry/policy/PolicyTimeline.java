package org.livelabel.registry.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The versions of one policy. A version replaces all the ones before it from its own effective day on, so the version in
 * effect on a day is the highest one that has become effective by then.
 */
record PolicyTimeline(List<PolicyRecord> versions) implements PolicyHistory {
    PolicyTimeline {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(PolicyRecord::version))
                .toList();
    }

    @Override
    public PolicyTimeline policy(LocalDate day) {
        return this;
    }

    @Override
    public List<PolicyRecord> newestFirst() {
        return versions.reversed();
    }

    @Override
    public Optional<PolicyRecord> inEffect(LocalDate day) {
        return newestFirst().stream()
                .filter(version -> !version.effectiveOn().isAfter(day))
                .findFirst();
    }

    PolicyRecord latest() {
        return versions.getLast();
    }

    Optional<PolicyRecord> version(int number) {
        return versions.stream().filter(v -> v.version() == number).findFirst();
    }

    /** Published, and to become effective after the day; the next one first. One that is overtaken before is left out. */
    List<PolicyRecord> upcoming(LocalDate day) {
        return versions.stream()
                .filter(version -> status(version, day) == Status.UPCOMING)
                .sorted(Comparator.comparing(PolicyRecord::effectiveOn))
                .toList();
    }

    @Override
    public Status status(PolicyRecord version, LocalDate day) {
        boolean later = version.effectiveOn().isAfter(day);
        boolean takesEffect = inEffect(later ? version.effectiveOn() : day)
                .filter(version::equals)
                .isPresent();
        if (!takesEffect) {
            return Status.SUPERSEDED;
        }
        return later ? Status.UPCOMING : Status.IN_EFFECT;
    }

    @Schema(name = "PolicyVersionStatus")
    enum Status {
        @JsonProperty("upcoming")
        UPCOMING,
        @JsonProperty("in_effect")
        IN_EFFECT,
        /** Replaced, or overtaken before it took effect. */
        @JsonProperty("superseded")
        SUPERSEDED
    }
}
