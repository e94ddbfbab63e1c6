/** The versions of what makers disclosed, what changed between two of them, and whether that matters to people. */
@NullMarked
package org.livelabel.registry.disclosure;

import org.jspecify.annotations.NullMarked;
