package org.livelabel.registry.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * What is to be published. {@code data} holds ids, codes, dates, numbers and digests only: a text that a person wrote goes
 * into a document.
 */
public record Fact(PublicationType type, Subject subject, UUID manufacturer, UUID publisher, ObjectNode data) {}
