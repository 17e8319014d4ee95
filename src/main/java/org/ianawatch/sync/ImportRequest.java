package org.ianawatch.sync;

import java.time.Duration;
import java.util.List;
import org.ianawatch.store.Home;

/**
 * What an import is to do.
 *
 * @param home where the store is
 * @param files what to take, in date order
 * @param limits what the guard lets pass
 * @param strict whether to stop at a file that the guard would refuse
 * @param patience how long to wait for another run
 */
public record ImportRequest(Home home, List<DatedFile> files, GuardLimits limits, boolean strict, Duration patience) {}
