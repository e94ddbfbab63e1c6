/** What the features are given: the time, chance, and the settings. */
@NullMarked
package org.livelabel.web.wiring;

import org.jspecify.annotations.NullMarked;
