/** What a text may hold that a person writes and others read: its characters, and the addresses in it. */
@NullMarked
package org.livelabel.texts;

import org.jspecify.annotations.NullMarked;
