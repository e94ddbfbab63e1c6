/** A repeated request is answered again, not done again. */
@NullMarked
package org.livelabel.account.idempotency;

import org.jspecify.annotations.NullMarked;
