/** {@code diff}, {@code log} and {@code show}: what changed between two snapshots, or in each. */
@NullMarked
package org.ianawatch.cli.changes;

import org.jspecify.annotations.NullMarked;
