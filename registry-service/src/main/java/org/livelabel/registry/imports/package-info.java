/** Many products at once: received line by line, worked through in the background, continued after a restart. */
@NullMarked
package org.livelabel.registry.imports;

import org.jspecify.annotations.NullMarked;
