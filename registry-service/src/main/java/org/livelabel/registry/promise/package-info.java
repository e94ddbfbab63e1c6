/** What is promised about support: its terms, the rules for them, and the ledger of every promise. */
@NullMarked
package org.livelabel.registry.promise;

import org.jspecify.annotations.NullMarked;
