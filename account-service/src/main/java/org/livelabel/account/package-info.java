/** account-service: organisations, members and roles. */
@NullMarked
package org.livelabel.account;

import org.jspecify.annotations.NullMarked;
