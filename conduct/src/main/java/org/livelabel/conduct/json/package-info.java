/** Reading bodies strictly: what two readers could understand in two ways is refused. */
@NullMarked
package org.livelabel.conduct.json;

import org.jspecify.annotations.NullMarked;
