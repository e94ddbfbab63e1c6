/** RFC 9457 problem documents: the catalogue of types, and how every failure becomes one. */
@NullMarked
package org.livelabel.registry.problem;

import org.jspecify.annotations.NullMarked;
