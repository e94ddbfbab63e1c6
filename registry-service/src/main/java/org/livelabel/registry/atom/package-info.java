/** What was published about a product or a manufacturer, as Atom feeds (RFC 4287) for people who follow it. */
@NullMarked
package org.livelabel.registry.atom;

import org.jspecify.annotations.NullMarked;
