/** Searching and browsing products: what they are found by is a projection of its own, in narrow rows. */
@NullMarked
package org.livelabel.registry.finding;

import org.jspecify.annotations.NullMarked;
