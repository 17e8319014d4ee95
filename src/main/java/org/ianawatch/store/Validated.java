package org.ianawatch.store;

import org.jspecify.annotations.Nullable;

/**
 * What a server sent along with a content, by which it can tell later whether that is still what it has.
 *
 * @param source the URL that was asked
 * @param entityTag its ETag, or null
 * @param lastModified its Last-Modified, as it was spelled, or null
 * @param sha256 of the content
 */
public record Validated(String source, @Nullable String entityTag, @Nullable String lastModified, String sha256) {}
