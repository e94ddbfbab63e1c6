/** The first page. */
@NullMarked
package org.livelabel.web.home;

import org.jspecify.annotations.NullMarked;
