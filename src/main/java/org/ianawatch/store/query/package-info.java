/** Other people's SQL: run as a user who may read the views alone, with limits, and with mistakes said in the words of the views. */
@NullMarked
package org.ianawatch.store.query;

import org.jspecify.annotations.NullMarked;
