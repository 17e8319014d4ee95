package org.ianawatch.fetch;

import java.net.URI;

public final class Fetcher {
    @SuppressWarnings("DoNotCallSuggester")
    public Fetched fetch(URI u, Validators v) throws SourceUnreadableException, InterruptedException {
        throw new UnsupportedOperationException(u + "" + v);
    }
}
