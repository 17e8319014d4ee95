package org.ianawatch.sync;

import org.ianawatch.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave.
 *
 * @param bytes the content, or null where the server said that it is what it was
 * @param validators what the server sent along
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Reading(byte @Nullable [] bytes, Validators validators) {}
