/** The sample people, organisations and products, and how they get in: the way that everybody's do. */
@NullMarked
package org.livelabel.local.sample;

import org.jspecify.annotations.NullMarked;
