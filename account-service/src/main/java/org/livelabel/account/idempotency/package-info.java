/** What commands answered, kept for who sends the same again, and forgotten in time. The rules are conduct's. */
@NullMarked
package org.livelabel.account.idempotency;

import org.jspecify.annotations.NullMarked;
