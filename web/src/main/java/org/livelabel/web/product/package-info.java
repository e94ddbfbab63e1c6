/** One product as the registry knows it, today or on an earlier day. */
@NullMarked
package org.livelabel.web.product;

import org.jspecify.annotations.NullMarked;
