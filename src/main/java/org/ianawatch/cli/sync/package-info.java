/** {@code sync}, {@code watch}, {@code import}, {@code quarantine} and {@code status}: how snapshots come into the store. */
@NullMarked
package org.ianawatch.cli.sync;

import org.jspecify.annotations.NullMarked;
