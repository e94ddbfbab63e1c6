package org.livelabel.account.outbox;

import java.util.UUID;

/**
 * A command that is being delivered.
 *
 * @param body the organisation's public facts as JSON, sent as they are
 * @param attempt 1 for the first
 */
record OutboxCommand(long id, UUID organisation, String body, int attempt) {}
