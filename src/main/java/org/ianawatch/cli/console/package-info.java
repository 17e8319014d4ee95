/** What every command has: the streams and the environment, options that several share, exit codes. */
@NullMarked
package org.ianawatch.cli.console;

import org.jspecify.annotations.NullMarked;
