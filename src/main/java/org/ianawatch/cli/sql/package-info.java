/** The prompt for SQL, and what runs statements and commands that begin with a backslash. */
@NullMarked
package org.ianawatch.cli.sql;

import org.jspecify.annotations.NullMarked;
