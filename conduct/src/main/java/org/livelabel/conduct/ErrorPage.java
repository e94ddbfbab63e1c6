package org.livelabel.conduct;

/** A service for browsers says here how it tells a person what a program is told by a problem document. */
public interface ErrorPage {
    /** A whole HTML page. */
    String html(int status);
}
