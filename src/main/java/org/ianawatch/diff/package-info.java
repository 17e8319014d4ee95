/** What changed between two snapshots, as changes of ports and of registrations. */
@NullMarked
package org.ianawatch.diff;

import org.jspecify.annotations.NullMarked;
