/** What pages have in common: the frame around them, and the pages that say what went wrong. */
@NullMarked
package org.livelabel.web.page;

import org.jspecify.annotations.NullMarked;
