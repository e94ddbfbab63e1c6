/** What a support commitment promises, and what that means on a given UTC day. */
@NullMarked
package org.livelabel.support;

import org.jspecify.annotations.NullMarked;
