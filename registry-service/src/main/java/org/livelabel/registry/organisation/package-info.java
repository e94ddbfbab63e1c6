/** The public facts about organisations: commanded by account-service, published here, readable by everybody. */
@NullMarked
package org.livelabel.registry.organisation;

import org.jspecify.annotations.NullMarked;
