package org.ianawatch.watch;

import org.jspecify.annotations.Nullable;

/** A page for those who look on. For any number of threads; none of them waits for another, or for the store. */
@FunctionalInterface
public interface Page {
    /**
     * What a request is answered.
     *
     * @param status of HTTP
     * @param contentType of the body
     * @param body not changed by anyone
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
    record Answer(int status, String contentType, byte[] body) {}

    /**
     * The page as it is now.
     *
     * @param accept the value of the request's header {@code Accept}, or null
     */
    Answer answer(@Nullable String accept);
}
