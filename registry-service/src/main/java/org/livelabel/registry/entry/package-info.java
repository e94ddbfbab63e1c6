/** What can be published: the types of log entries. */
@NullMarked
package org.livelabel.registry.entry;

import org.jspecify.annotations.NullMarked;
