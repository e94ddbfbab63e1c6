package org.livelabel.web.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation's public facts. */
public record Organisation(
        UUID id,
        String name,
        String kind,
        @Nullable String country,
        @Nullable String contact,
        boolean verified,
        boolean suspended,
        Instant registeredAt) {}
