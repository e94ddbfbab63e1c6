/** RFC 9457: what every service answers where it cannot answer what was asked. */
@NullMarked
package org.livelabel.conduct.problem;

import org.jspecify.annotations.NullMarked;
