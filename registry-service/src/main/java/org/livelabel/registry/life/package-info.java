/** A product's life after it was published: what its maker and the operator of the registry may do with it. */
@NullMarked
package org.livelabel.registry.life;

import org.jspecify.annotations.NullMarked;
