/** What commands answered, kept for who sends the same again; erased and forgotten in time. The rules are conduct's. */
@NullMarked
package org.livelabel.registry.idempotency;

import org.jspecify.annotations.NullMarked;
