/** The live label: one product's state, its six facts and every answer behind them, as a page and as data. */
@NullMarked
package org.livelabel.label.label;

import org.jspecify.annotations.NullMarked;
