/**
 * The guard for a Keycloak. It is built into a jar of its own, the classifier {@code keycloak}, together with the package
 * {@code connection} and the settings; nothing else of this module is in there.
 */
@NullMarked
package org.livelabel.conduct.keycloak;

import org.jspecify.annotations.NullMarked;
