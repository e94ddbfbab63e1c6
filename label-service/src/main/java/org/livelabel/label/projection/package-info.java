/** What the log says about products, kept so that a label is read with few queries. Can be dropped and rebuilt. */
@NullMarked
package org.livelabel.label.projection;

import org.jspecify.annotations.NullMarked;
