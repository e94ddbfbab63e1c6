/** The mail server that delivers nothing, and the page on which its mails are read. */
@NullMarked
package org.livelabel.local.mail;

import org.jspecify.annotations.NullMarked;
