/** What a draft leaves open and what publishing it would change, before it is published. */
@NullMarked
package org.livelabel.registry.review;

import org.jspecify.annotations.NullMarked;
