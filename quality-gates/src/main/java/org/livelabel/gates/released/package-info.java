/** The log that released writers wrote, and what readers made of it: both are kept in {@code api/log}. */
@NullMarked
package org.livelabel.gates.released;

import org.jspecify.annotations.NullMarked;
