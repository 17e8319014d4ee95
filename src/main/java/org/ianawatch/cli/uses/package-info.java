/** {@code uses}: what this site relies on, and what changed of it. */
@NullMarked
package org.ianawatch.cli.uses;

import org.jspecify.annotations.NullMarked;
