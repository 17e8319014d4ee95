/** H2's file: opened, checked, made anew, and brought to the version of this program. Public for the other rooms of the store alone. */
@NullMarked
package org.ianawatch.store.h2;

import org.jspecify.annotations.NullMarked;
