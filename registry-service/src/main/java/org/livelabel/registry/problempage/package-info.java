/** What the problem types mean, for people who follow one's address. */
@NullMarked
package org.livelabel.registry.problempage;

import org.jspecify.annotations.NullMarked;
