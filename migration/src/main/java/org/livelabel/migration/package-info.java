/** How a service's database comes to the schema that the service needs. */
@NullMarked
package org.livelabel.migration;

import org.jspecify.annotations.NullMarked;
