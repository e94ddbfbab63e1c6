/**
 * The publication log: every public fact, in one order, as the bytes that were published. Only this package writes the
 * schema {@code log}; its tables refuse updates and deletes from everybody.
 */
@NullMarked
package org.livelabel.registry.log;

import org.jspecify.annotations.NullMarked;
