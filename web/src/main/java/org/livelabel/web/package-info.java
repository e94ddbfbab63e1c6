/** web: search, product and maker pages, sign-in, "my organisation". */
@NullMarked
package org.livelabel.web;

import org.jspecify.annotations.NullMarked;
