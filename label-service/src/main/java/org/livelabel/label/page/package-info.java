/** How anything is answered over HTTP: pages, data, problems, their caching and their headers. */
@NullMarked
package org.livelabel.label.page;

import org.jspecify.annotations.NullMarked;
