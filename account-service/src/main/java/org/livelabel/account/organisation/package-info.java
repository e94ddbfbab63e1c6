/** Organisations, their members and their roles. The registry is told an organisation's public facts. */
@NullMarked
package org.livelabel.account.organisation;

import org.jspecify.annotations.NullMarked;
