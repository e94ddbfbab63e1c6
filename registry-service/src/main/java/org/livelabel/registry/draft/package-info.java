/** Private drafts and the only way from them into the log. */
@NullMarked
package org.livelabel.registry.draft;

import org.jspecify.annotations.NullMarked;
