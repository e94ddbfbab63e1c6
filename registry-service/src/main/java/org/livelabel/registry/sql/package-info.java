/** Rows that have no entity. Which these are, and why, is in ADR 020. */
@NullMarked
package org.livelabel.registry.sql;

import org.jspecify.annotations.NullMarked;
