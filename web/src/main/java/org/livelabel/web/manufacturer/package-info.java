/** Makers, and others who publish, with their products. */
@NullMarked
package org.livelabel.web.manufacturer;

import org.jspecify.annotations.NullMarked;
