/** What is wrong with the members of a body, all of it at once. */
@NullMarked
package org.livelabel.account.json;

import org.jspecify.annotations.NullMarked;
