/** The time at which a draft is to be published, set by a person for a day to come. */
@NullMarked
package org.livelabel.registry.schedule;

import org.jspecify.annotations.NullMarked;
