/** Rules that every service's tests run. Each has a deliberately bad example in this module's tests. */
@NullMarked
package org.livelabel.gates;

import org.jspecify.annotations.NullMarked;
