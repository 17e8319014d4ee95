/** {@code alerts} and {@code deliveries}: who is told, and the runs that tell them. */
@NullMarked
package org.ianawatch.cli.alerts;

import org.jspecify.annotations.NullMarked;
