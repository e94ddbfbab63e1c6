/** The answer to the other services' question: who may do what. */
@NullMarked
package org.livelabel.account.authorization;

import org.jspecify.annotations.NullMarked;
