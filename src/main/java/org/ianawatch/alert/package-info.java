/** Who is told what: rules that pick changes, and messages. */
@NullMarked
package org.ianawatch.alert;

import org.jspecify.annotations.NullMarked;
