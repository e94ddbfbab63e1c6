package org.livelabel.registry.log;

/**
 * Names a blob.
 *
 * @param sha256 64 hex digits in lower case
 * @param size in bytes
 */
public record DocumentRef(String sha256, String mediaType, long size) {}
