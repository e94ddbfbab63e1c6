/** The one frame that every act goes through which publishes something, and what is done to private work before that. */
@NullMarked
package org.livelabel.registry.publishing;

import org.jspecify.annotations.NullMarked;
