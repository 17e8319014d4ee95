/** The job by itself: when it runs, and how those who look on are told how it is doing. */
@NullMarked
package org.ianawatch.watch;

import org.jspecify.annotations.NullMarked;
