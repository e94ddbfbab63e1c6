/** Commands for whoever runs an installation and has its database. */
@NullMarked
package org.livelabel.account.command;

import org.jspecify.annotations.NullMarked;
