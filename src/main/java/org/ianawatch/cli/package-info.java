/** The commands: options, wiring, printing and exit codes. */
@NullMarked
package org.ianawatch.cli;

import org.jspecify.annotations.NullMarked;
