/** Measurements of publishing: through the API, beside what the disk allows. */
@NullMarked
package org.livelabel.bench;

import org.jspecify.annotations.NullMarked;
