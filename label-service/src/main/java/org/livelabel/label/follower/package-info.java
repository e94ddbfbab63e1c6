/** Follows the registry's feed, entry by entry and without gaps. */
@NullMarked
package org.livelabel.label.follower;

import org.jspecify.annotations.NullMarked;
