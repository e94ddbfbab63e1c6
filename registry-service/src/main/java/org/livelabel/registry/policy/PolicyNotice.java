package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a version of a policy was published, for people who follow it.
 *
 * @param index of the entry that published it
 * @param title in English
 * @param summary what changed, by language
 * @param url path of the version
 * @param diffUrl path of a page with what changed; null for a first version
 */
public record PolicyNotice(
        long index,
        Instant publishedAt,
        PolicyKind kind,
        boolean material,
        String title,
        @Nullable JsonNode summary,
        String url,
        @Nullable String diffUrl) {}
