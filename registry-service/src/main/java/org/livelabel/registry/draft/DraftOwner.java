package org.livelabel.registry.draft;

import java.util.UUID;

/** Whose a draft is, and whether anybody may know that it is there. */
record DraftOwner(UUID publisher, boolean published) {}
