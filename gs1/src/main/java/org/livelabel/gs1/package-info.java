/** GTINs and the GS1 Digital Link addresses made from them. */
@NullMarked
package org.livelabel.gs1;

import org.jspecify.annotations.NullMarked;
