/** The embedded PostgreSQL server that {@code ./start} and the tests share, and how a service's database is laid out. */
@NullMarked
package org.livelabel.postgres;

import org.jspecify.annotations.NullMarked;
