/** Figures over a category, so that a product can be called longer supported than most. */
@NullMarked
package org.livelabel.registry.statistics;

import org.jspecify.annotations.NullMarked;
