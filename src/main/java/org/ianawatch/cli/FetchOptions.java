package org.ianawatch.cli;

import org.ianawatch.fetch.Fetcher;

/** The options that set the limits of a download. */
final class FetchOptions {
    Fetcher fetcher(Console console) {
        return new Fetcher();
    }
}
