package org.ianawatch.config;

import org.jspecify.annotations.Nullable;

/**
 * A key and its value, for people.
 *
 * @param key with its table, such as {@code channels.mail.host}
 * @param value as the file has it, a list with commas; a mask for a secret; null where there is none
 * @param from where it came from: {@code FILE:LINE}, an environment variable, or {@code default}
 */
public record Setting(String key, @Nullable String value, String from) {}
