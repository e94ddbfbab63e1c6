/** What registry-service publishes and keeps for its members, read over its API. */
@NullMarked
package org.livelabel.web.registry;

import org.jspecify.annotations.NullMarked;
