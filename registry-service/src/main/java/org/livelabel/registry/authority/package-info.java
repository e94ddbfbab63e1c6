/** Who the caller is and what it may do. Authority is asked of account-service for each request, never read from a token. */
@NullMarked
package org.livelabel.registry.authority;

import org.jspecify.annotations.NullMarked;
