/** Reading the source: a conditional download with its limits and retries, and the group's metadata. */
@NullMarked
package org.ianawatch.fetch;

import org.jspecify.annotations.NullMarked;
