/** {@code config}: the configuration, and whether it works. */
@NullMarked
package org.ianawatch.cli.config;

import org.jspecify.annotations.NullMarked;
