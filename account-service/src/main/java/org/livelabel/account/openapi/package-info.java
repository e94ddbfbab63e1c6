/** What the API's description says beyond the code's annotations. */
@NullMarked
package org.livelabel.account.openapi;

import org.jspecify.annotations.NullMarked;
