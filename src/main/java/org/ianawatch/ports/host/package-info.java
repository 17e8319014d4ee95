/** What listens on a machine: read from this one's kernel and programs, or from what was recorded on another. */
@NullMarked
package org.ianawatch.ports.host;

import org.jspecify.annotations.NullMarked;
