/** All that a store knows as one archive, and back, with every row proved before it is taken. */
@NullMarked
package org.ianawatch.store.backup;

import org.jspecify.annotations.NullMarked;
