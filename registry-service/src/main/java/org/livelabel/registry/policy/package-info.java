/** Policies of organisations, every version of them, and which applied to a product when. */
@NullMarked
package org.livelabel.registry.policy;

import org.jspecify.annotations.NullMarked;
