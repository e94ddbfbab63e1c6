/**
 * Asks a running service everything that its OpenAPI document offers, with values that nobody expects there. Knows nothing of what
 * the service is about.
 */
@NullMarked
package org.livelabel.gates.hostile;

import org.jspecify.annotations.NullMarked;
