package org.ianawatch.sync;

import java.util.List;

/**
 * What an import is to do.
 *
 * @param files what to take, in date order
 * @param limits what the guard lets pass
 * @param strict whether to stop at a file that the guard would refuse
 */
public record ImportRequest(List<DatedFile> files, GuardLimits limits, boolean strict) {}
