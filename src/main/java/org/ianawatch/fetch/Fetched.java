package org.ianawatch.fetch;

import java.net.URI;

/** What came of asking a server. Immutable but for the array of bytes, which belongs to the caller. */
public sealed interface Fetched {
    /** What to send along when the server is asked again. */
    Validators validators();

    /**
     * The content is still the one that the validators were sent with.
     *
     * @param validators those that were known, with what the server said anew
     */
    record NotModified(Validators validators) implements Fetched {}

    /** A whole content, whatever it is. */
    final class Downloaded implements Fetched {
        private final byte[] bytes;
        private final Validators validators;
        private final URI location;

        Downloaded(byte[] bytes, Validators validators, URI location) {
            this.bytes = bytes;
            this.validators = validators;
            this.location = location;
        }

        /** The content, decompressed. */
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public Validators validators() {
            return validators;
        }

        /** Where it was in the end, after redirects. */
        public URI location() {
            return location;
        }
    }
}
