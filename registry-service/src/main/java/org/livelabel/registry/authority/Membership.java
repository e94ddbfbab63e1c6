package org.livelabel.registry.authority;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import java.util.UUID;

/**
 * @param id the organisation
 * @param kind manufacturer, operator, retailer or lab
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Membership(UUID id, String kind, boolean verified, boolean suspended, Set<Role> roles) {
    public boolean mayEdit() {
        return roles.contains(Role.EDITOR) || roles.contains(Role.PUBLISHER);
    }

    /** In a verified organisation that is not suspended. Whether its factors are fresh is another question. */
    public boolean mayPublish() {
        return verified && !suspended && roles.contains(Role.PUBLISHER);
    }

    public boolean isOperator() {
        return kind.equals("operator");
    }
}
