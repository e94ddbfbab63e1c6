/** Reading bodies strictly, and telling everything that is wrong with them at once. */
@NullMarked
package org.livelabel.account.json;

import org.jspecify.annotations.NullMarked;
