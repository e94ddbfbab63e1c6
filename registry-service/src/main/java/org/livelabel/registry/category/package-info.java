/** The versioned lists of device groups and categories. */
@NullMarked
package org.livelabel.registry.category;

import org.jspecify.annotations.NullMarked;
