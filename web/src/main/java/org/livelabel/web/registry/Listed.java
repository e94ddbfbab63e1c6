package org.livelabel.web.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record Listed<T>(List<T> items, @Nullable String next) {}
