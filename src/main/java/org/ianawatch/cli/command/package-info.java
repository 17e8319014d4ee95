/** Commands as data: how they are parsed, helped with, and completed. */
@NullMarked
package org.ianawatch.cli.command;

import org.jspecify.annotations.NullMarked;
