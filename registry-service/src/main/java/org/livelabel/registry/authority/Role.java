package org.livelabel.registry.authority;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member may do in its organisation. A set, not a ladder: an owner does not publish unless it is a publisher too. */
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("editor")
    EDITOR,
    @JsonProperty("publisher")
    PUBLISHER,
    @JsonProperty("viewer")
    VIEWER
}
