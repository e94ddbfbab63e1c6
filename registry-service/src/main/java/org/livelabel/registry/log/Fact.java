package org.livelabel.registry.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;

/** What is to be published, where it is put together member by member. */
public record Fact(PublicationType type, Subject subject, UUID manufacturer, UUID publisher, ObjectNode data) {
    public Entry entry() {
        return Entry.of(type, new About(subject, manufacturer, publisher), data);
    }
}
