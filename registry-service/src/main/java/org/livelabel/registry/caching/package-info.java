/** How answers may be cached: entity tags, conditional requests, and freshness that ends with the UTC day. */
@NullMarked
package org.livelabel.registry.caching;

import org.jspecify.annotations.NullMarked;
