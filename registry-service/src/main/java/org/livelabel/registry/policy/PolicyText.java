package org.livelabel.registry.policy;

import org.livelabel.registry.log.DocumentRef;

/** @param language BCP 47 */
record PolicyText(String language, DocumentRef document) {}
