/** What is answered about a product's support: what holds on a day, every promise, and formats that calendars and other tools read. */
@NullMarked
package org.livelabel.registry.support;

import org.jspecify.annotations.NullMarked;
