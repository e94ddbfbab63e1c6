/** Who the signed-in person is to account-service. */
@NullMarked
package org.livelabel.web.account;

import org.jspecify.annotations.NullMarked;
