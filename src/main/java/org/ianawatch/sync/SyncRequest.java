package org.ianawatch.sync;

import java.time.Duration;
import org.ianawatch.store.Home;

/**
 * What a sync is to do.
 *
 * @param home where the store is
 * @param limits what the guard lets pass
 * @param patience how long to wait for another run
 * @param accept whether to take what the guard refuses
 */
public record SyncRequest(Home home, GuardLimits limits, Duration patience, boolean accept) {}
