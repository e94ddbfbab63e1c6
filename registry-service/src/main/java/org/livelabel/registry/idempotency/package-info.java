/** Makes commands safe to send twice (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header-07). */
@NullMarked
package org.livelabel.registry.idempotency;

import org.jspecify.annotations.NullMarked;
