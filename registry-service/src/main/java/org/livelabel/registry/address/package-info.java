/** Addresses in answers are whole: whoever reads one need not know what it is relative to. */
@NullMarked
package org.livelabel.registry.address;

import org.jspecify.annotations.NullMarked;
