/** Firmware releases: which images a maker delivers, and which it took back. */
@NullMarked
package org.livelabel.registry.firmware;

import org.jspecify.annotations.NullMarked;
