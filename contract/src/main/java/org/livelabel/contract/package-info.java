/** What the OpenAPI documents of all services say alike, derived from the code; and which query parameters are taken. */
@NullMarked
package org.livelabel.contract;

import org.jspecify.annotations.NullMarked;
