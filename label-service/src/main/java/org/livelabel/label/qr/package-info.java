/** The QR code that is printed on the product. */
@NullMarked
package org.livelabel.label.qr;

import org.jspecify.annotations.NullMarked;
