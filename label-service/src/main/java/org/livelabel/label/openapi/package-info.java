/** What the API's description says beyond the code's annotations. */
@NullMarked
package org.livelabel.label.openapi;

import org.jspecify.annotations.NullMarked;
