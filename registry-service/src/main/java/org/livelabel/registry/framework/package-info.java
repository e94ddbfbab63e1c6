/** What frameworks ask of makers, as data, and how a disclosure answers it. */
@NullMarked
package org.livelabel.registry.framework;

import org.jspecify.annotations.NullMarked;
