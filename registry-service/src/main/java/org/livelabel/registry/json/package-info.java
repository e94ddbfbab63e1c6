/** Reads JSON strictly and says everything that is wrong with it at once. */
@NullMarked
package org.livelabel.registry.json;

import org.jspecify.annotations.NullMarked;
