/** SQL statements on one connection, and what their failures mean. */
@NullMarked
package org.ianawatch.store.jdbc;

import org.jspecify.annotations.NullMarked;
