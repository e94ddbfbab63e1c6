/** An OpenID Connect issuer for the tests of services that check tokens. Never part of a running system. */
@NullMarked
package org.livelabel.issuer;

import org.jspecify.annotations.NullMarked;
