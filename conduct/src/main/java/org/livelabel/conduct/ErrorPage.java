package org.livelabel.conduct;

import io.vertx.ext.web.RoutingContext;

/** A service for browsers says here how it tells a person what a program is told by a problem document. */
public interface ErrorPage {
    /** A whole HTML page. */
    String html(int status, RoutingContext request);
}
