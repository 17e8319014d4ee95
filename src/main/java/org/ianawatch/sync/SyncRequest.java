package org.ianawatch.sync;

/**
 * What a sync is to do.
 *
 * @param limits what the guard lets pass
 * @param accept whether to take what the guard refuses
 */
public record SyncRequest(GuardLimits limits, boolean accept) {}
