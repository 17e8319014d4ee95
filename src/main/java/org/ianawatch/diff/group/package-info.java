/** What changed in a group of registries: the group itself, which registries it has, and their rows. */
@NullMarked
package org.ianawatch.diff.group;

import org.jspecify.annotations.NullMarked;
