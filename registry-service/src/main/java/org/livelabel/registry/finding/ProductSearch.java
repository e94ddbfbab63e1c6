package org.livelabel.registry.finding;

import java.util.Set;
import org.livelabel.registry.product.ProductState;

/**
 * What one product is found by.
 *
 * @param makerWords of the manufacturer's name, folded
 * @param traits what {@link Traits} found; a filter is "contains", a facet is a count
 * @param criteria apart from the traits, because nobody counts them: OTA-1:yes. What is not stated is not here
 * @param changedIndex the last entry that says something about it
 */
record ProductSearch(
        ProductState product, String makerWords, Set<String> traits, Set<String> criteria, long changedIndex) {}
