/** How every service behaves towards a client. See docs/adr/013: nothing in here may know what a product is. */
@NullMarked
package org.livelabel.conduct;

import org.jspecify.annotations.NullMarked;
