package org.livelabel.web.registry;

/** What a product can be, with the words for one and for many. */
public record Category(String id, String title, String plural) {}
