/** Everything at once, for those who want to keep a copy and follow the feed from there. */
@NullMarked
package org.livelabel.registry.exports;

import org.jspecify.annotations.NullMarked;
