/** Lawful removal: a document is no longer shown, and the log says so. */
@NullMarked
package org.livelabel.registry.withholding;

import org.jspecify.annotations.NullMarked;
