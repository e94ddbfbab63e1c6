/** Every text that a reader sees, dates and spans of time included, by language. */
@NullMarked
package org.livelabel.label.words;

import org.jspecify.annotations.NullMarked;
