/** What only service names and port numbers have. */
@NullMarked
package org.ianawatch.ports;

import org.jspecify.annotations.NullMarked;
