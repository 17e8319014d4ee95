package org.ianawatch.fetch;

public sealed interface Fetched {
    Validators validators();

    record NotModified(Validators validators) implements Fetched {}

    final class Downloaded implements Fetched {
        private final byte[] bytes;
        private final Validators validators;

        public Downloaded(byte[] bytes, Validators validators) {
            this.bytes = bytes;
            this.validators = validators;
        }

        public byte[] bytes() {
            return bytes;
        }

        @Override
        public Validators validators() {
            return validators;
        }
    }
}
