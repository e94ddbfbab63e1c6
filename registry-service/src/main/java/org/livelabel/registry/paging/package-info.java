/** Cursor pages: rows are neither repeated nor skipped when others are inserted meanwhile. */
@NullMarked
package org.livelabel.registry.paging;

import org.jspecify.annotations.NullMarked;
