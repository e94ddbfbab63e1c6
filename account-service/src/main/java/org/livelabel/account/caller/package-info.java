/** The person or service that a request's token speaks for, and how surely. */
@NullMarked
package org.livelabel.account.caller;

import org.jspecify.annotations.NullMarked;
