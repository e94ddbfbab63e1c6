/** Products as the log left them: reading, finding, looking up, now and on any day before. */
@NullMarked
package org.livelabel.registry.product;

import org.jspecify.annotations.NullMarked;
