/** H2's file: opened, checked, made anew, and brought to the version of this program (H2, Flyway). */
@NullMarked
package org.ianawatch.store.h2;

import org.jspecify.annotations.NullMarked;
