/** Makes commands safe to send twice (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header-07). */
@NullMarked
package org.livelabel.conduct.idempotency;

import org.jspecify.annotations.NullMarked;
