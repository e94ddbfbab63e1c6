/**
 * How long a client may take and how many connections it may hold, watched from below HTTP: what a server sees only once a
 * request is complete comes too late here. Netty and the JDK only, so that other Netty servers can use it as well.
 */
@NullMarked
package org.livelabel.conduct.connection;

import org.jspecify.annotations.NullMarked;
