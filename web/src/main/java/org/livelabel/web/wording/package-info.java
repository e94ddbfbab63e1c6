/** How dates, time left and the state of support are said. One wording for every page. */
@NullMarked
package org.livelabel.web.wording;

import org.jspecify.annotations.NullMarked;
