package org.ianawatch.cli;

import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.Limits;
import org.ianawatch.fetch.UserAgent;

/** The options that set the limits of a download. */
final class FetchOptions {
    Fetcher fetcher(Console console) {
        return new Fetcher(
                Limits.DEFAULT,
                console.environment(),
                console.clock(),
                new UserAgent(RootCommand.Version.number(), null));
    }
}
