/** Asking another service: what is tried again, and what its refusals are called here. */
@NullMarked
package org.livelabel.web.service;

import org.jspecify.annotations.NullMarked;
