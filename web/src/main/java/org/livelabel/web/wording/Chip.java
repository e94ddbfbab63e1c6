package org.livelabel.web.wording;

/** One state in a word or two, with its shape and colour. */
public record Chip(Tone tone, String icon, String words) {}
