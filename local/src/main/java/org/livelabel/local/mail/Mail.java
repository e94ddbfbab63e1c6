package org.livelabel.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that was sent to somebody.
 *
 * @param id its place in the inbox, from 1
 * @param text the plain text part; if there is none, the source of the HTML part
 */
public record Mail(int id, String from, List<String> to, String subject, Instant receivedAt, String text) {}
