/** {@code backup}, {@code restore}, {@code verify}, {@code redate} and {@code export}: the store as a whole, and what it keeps. */
@NullMarked
package org.ianawatch.cli.store;

import org.jspecify.annotations.NullMarked;
