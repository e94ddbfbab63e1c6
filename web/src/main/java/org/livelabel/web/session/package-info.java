/** Signed-in browsers. The cookie holds a random handle; the tokens stay here. */
@NullMarked
package org.livelabel.web.session;

import org.jspecify.annotations.NullMarked;
