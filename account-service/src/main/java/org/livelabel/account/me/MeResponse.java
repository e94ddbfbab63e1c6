package org.livelabel.account.me;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.organisation.MemberOf;

/** @param subject Keycloak's id of the person, the {@code sub} of its tokens */
@Schema(requiredProperties = {"subject", "organisations"})
public record MeResponse(UUID subject, @Nullable String email, List<MemberOf> organisations) {}
