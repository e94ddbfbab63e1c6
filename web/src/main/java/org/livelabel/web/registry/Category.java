package org.livelabel.web.registry;

import org.livelabel.web.service.Received;

/** What a product can be, with the words for one and for many. */
public record Category(String id, String title, String plural) {

    static Category of(Received category) {
        category.expects("id", "title", "plural");
        String id = category.text("id", "other");
        String title = category.text("title", id);
        return new Category(id, title, category.text("plural", title));
    }
}
