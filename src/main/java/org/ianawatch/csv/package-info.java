/** The registry's CSV: bytes to a file's records and back, byte for byte. */
@NullMarked
package org.ianawatch.csv;

import org.jspecify.annotations.NullMarked;
