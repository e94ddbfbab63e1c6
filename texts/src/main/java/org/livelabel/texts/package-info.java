/** What a text may hold that a person writes and others read: its characters, the addresses in it, and the code of a label. */
@NullMarked
package org.livelabel.texts;

import org.jspecify.annotations.NullMarked;
