/** The start page, and the page that says how answers are marked. */
@NullMarked
package org.livelabel.label.home;

import org.jspecify.annotations.NullMarked;
