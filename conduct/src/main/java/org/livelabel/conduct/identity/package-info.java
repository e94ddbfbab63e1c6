/**
 * What a token proves, and how a better proof is asked for; nothing of what somebody may do. For services that check tokens: one
 * without Quarkus' OIDC cannot load these.
 */
@NullMarked
package org.livelabel.conduct.identity;

import org.jspecify.annotations.NullMarked;
