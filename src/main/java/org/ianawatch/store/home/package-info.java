/** The folder that holds a store, the right to change it, and what stands in the way of either. */
@NullMarked
package org.ianawatch.store.home;

import org.jspecify.annotations.NullMarked;
