/** What can be asked: published from the store after each commit, and read without opening it. */
@NullMarked
package org.ianawatch.answer;

import org.jspecify.annotations.NullMarked;
