/** A product's support as a ledger of promises, and the formats that others can read. */
@NullMarked
package org.livelabel.registry.support;

import org.jspecify.annotations.NullMarked;
