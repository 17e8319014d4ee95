/** The embedded database: every SQL statement, and the migrations. */
@NullMarked
package org.ianawatch.store;

import org.jspecify.annotations.NullMarked;
