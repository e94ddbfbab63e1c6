/** The signed-in person's organisations and their products, drafts included. */
@NullMarked
package org.livelabel.web.organisation;

import org.jspecify.annotations.NullMarked;
