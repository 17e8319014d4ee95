/** The field's values, in the words of RFC 6335: ports, transports, statuses, registrations, snapshots. */
@NullMarked
package org.ianawatch.registry;

import org.jspecify.annotations.NullMarked;
