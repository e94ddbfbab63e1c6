/** Texts that people wrote: made safe, made readable, compared word by word. Knows nothing of what they are about. */
@NullMarked
package org.livelabel.registry.text;

import org.jspecify.annotations.NullMarked;
