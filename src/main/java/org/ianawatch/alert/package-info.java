/** Who is told what: rules that pick changes, messages, and the channels that carry them. */
@NullMarked
package org.ianawatch.alert;

import org.jspecify.annotations.NullMarked;
