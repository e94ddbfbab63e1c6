/** What the features are given: the time, new ids, and the settings. */
@NullMarked
package org.livelabel.registry.wiring;

import org.jspecify.annotations.NullMarked;
