/** A real Keycloak on this machine: unpacking, starting, making accounts, and signing in as a person would. */
@NullMarked
package org.livelabel.local.keycloak;

import org.jspecify.annotations.NullMarked;
