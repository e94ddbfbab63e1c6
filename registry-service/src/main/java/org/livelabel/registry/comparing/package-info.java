/** A few products side by side, in aligned rows. */
@NullMarked
package org.livelabel.registry.comparing;

import org.jspecify.annotations.NullMarked;
