/** {@code listening}: what listens on a machine, beside what the registry says of it. */
@NullMarked
package org.ianawatch.cli.listening;

import org.jspecify.annotations.NullMarked;
