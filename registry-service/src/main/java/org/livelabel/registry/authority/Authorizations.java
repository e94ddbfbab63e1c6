package org.livelabel.registry.authority;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What account-service says of one person. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Authorizations(String subject, List<Membership> organisations) {}
