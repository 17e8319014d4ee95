/** The one job, from the source to the store, and the guard that stands between them. */
@NullMarked
package org.ianawatch.sync;

import org.jspecify.annotations.NullMarked;
