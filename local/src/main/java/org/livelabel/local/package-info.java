/** {@code ./start}: the whole system on one machine, in the foreground. */
@NullMarked
package org.livelabel.local;

import org.jspecify.annotations.NullMarked;
