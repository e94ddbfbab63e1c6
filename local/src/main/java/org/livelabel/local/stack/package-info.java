/** The processes of the system, started in order, watched and stopped; {@code ./start} and the end-to-end tests share it. */
@NullMarked
package org.livelabel.local.stack;

import org.jspecify.annotations.NullMarked;
