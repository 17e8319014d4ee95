/** The file of a group of registries: its bytes to registries and their tables, and back byte for byte. */
@NullMarked
package org.ianawatch.xml;

import org.jspecify.annotations.NullMarked;
