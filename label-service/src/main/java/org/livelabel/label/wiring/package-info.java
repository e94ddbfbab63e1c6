/** What the features are given: the time and the settings. */
@NullMarked
package org.livelabel.label.wiring;

import org.jspecify.annotations.NullMarked;
