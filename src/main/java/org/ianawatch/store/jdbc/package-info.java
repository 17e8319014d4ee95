/** SQL statements on one connection, and what their failures mean. Public for the other rooms of the store alone. */
@NullMarked
package org.ianawatch.store.jdbc;

import org.jspecify.annotations.NullMarked;
