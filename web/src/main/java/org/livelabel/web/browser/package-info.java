/** What holds for every answer to a browser: security headers, cookies, and who may send a form. */
@NullMarked
package org.livelabel.web.browser;

import org.jspecify.annotations.NullMarked;
