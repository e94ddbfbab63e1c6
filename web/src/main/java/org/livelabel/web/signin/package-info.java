/** Signing in, proving it again, and signing out. */
@NullMarked
package org.livelabel.web.signin;

import org.jspecify.annotations.NullMarked;
