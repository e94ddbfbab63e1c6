package org.livelabel.label.label;

import java.util.List;

/**
 * One of the six facts. Worded so that a yes always protects the reader.
 *
 * @param id its name in the label's data
 * @param section the part of the page with the details
 * @param fields the members of the disclosure, or of the support commitment, that the answer came from
 */
public record Fact(String id, String icon, String section, Answer answer, String sentence, List<String> fields) {}
