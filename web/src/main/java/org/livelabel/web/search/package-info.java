/** Finding a product by name, kind, or the number under its barcode. */
@NullMarked
package org.livelabel.web.search;

import org.jspecify.annotations.NullMarked;
