package org.livelabel.gates;

/**
 * A table that one more feature may name beside its own, and why there is no other way. One that is not needed any more is a
 * violation too.
 *
 * @param table as the migrations name it, with its schema if it has one
 * @param feature the package under the service's root
 */
public record Shared(String table, String feature, String reason) {}
