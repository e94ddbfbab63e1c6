package org.livelabel.account.caller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person.
 *
 * @param subject Keycloak's id of the person; the address may change, this does not
 */
public record Person(UUID subject, @Nullable String email) {}
