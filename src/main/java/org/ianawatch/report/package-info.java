/** One change set as text, JSON, Markdown, HTML or CSV. */
@NullMarked
package org.ianawatch.report;

import org.jspecify.annotations.NullMarked;
