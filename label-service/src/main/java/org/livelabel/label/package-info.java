/** label-service: the label, the GS1 resolver, QR codes. */
@NullMarked
package org.livelabel.label;

import org.jspecify.annotations.NullMarked;
