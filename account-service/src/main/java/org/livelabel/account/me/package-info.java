/** What a signed-in person is here. */
@NullMarked
package org.livelabel.account.me;

import org.jspecify.annotations.NullMarked;
