/** The GS1 Digital Link resolver: from the number in a barcode to the label. */
@NullMarked
package org.livelabel.label.resolver;

import org.jspecify.annotations.NullMarked;
