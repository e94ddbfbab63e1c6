/** From a code that somebody typed or scanned to the product behind it. */
@NullMarked
package org.livelabel.label.lookup;

import org.jspecify.annotations.NullMarked;
