package org.livelabel.registry.problem;

/**
 * One broken rule.
 *
 * @param field a JSON Pointer into the body, or the name of a parameter or header
 * @param message what is wrong and what to write instead
 */
public record Violation(String field, String message) {}
