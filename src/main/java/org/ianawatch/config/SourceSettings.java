package org.ianawatch.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the registry is read.
 *
 * @param url an address or a file
 * @param contact whom the server may ask about this program's requests, or null
 */
public record SourceSettings(String url, @Nullable String contact) {}
