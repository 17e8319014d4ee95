/** {@code port}, {@code history} and {@code search}: what a port or a service name is, was, and has beside it. */
@NullMarked
package org.ianawatch.cli.port;

import org.jspecify.annotations.NullMarked;
