/**
 * What entries of the log say: one type for each type of publication, and what they name. How an entry is written and how it is
 * read stand beside each other in its record; nothing else knows the names of its members.
 */
@NullMarked
package org.livelabel.registry.entry;

import org.jspecify.annotations.NullMarked;
