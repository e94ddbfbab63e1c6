/** registry-service: the only writer of public facts. */
@NullMarked
package org.livelabel.registry;

import org.jspecify.annotations.NullMarked;
