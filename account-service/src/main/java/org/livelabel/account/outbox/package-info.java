/** Commands to the registry, delivered after the transaction that caused them, in order, until they arrive or are refused for good. */
@NullMarked
package org.livelabel.account.outbox;

import org.jspecify.annotations.NullMarked;
