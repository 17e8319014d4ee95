/** The configuration file: found, read, checked; plain values come out. */
@NullMarked
package org.ianawatch.config;

import org.jspecify.annotations.NullMarked;
