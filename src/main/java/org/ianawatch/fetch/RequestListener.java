package org.ianawatch.fetch;

import java.time.Duration;

/**
 * Hears of requests and answers as they go. Addresses are without names and passwords, and those that are posted to without
 * their paths, which may be secrets. Called by the threads that ask and read, one at a time for each request.
 */
public interface RequestListener {
    /** Hears nothing. */
    RequestListener NONE = new RequestListener() {};

    /**
     * A request goes out.
     *
     * @param condition the value of {@code If-None-Match} or {@code If-Modified-Since}; empty where it is unconditional
     */
    default void asks(String method, String address, String condition) {}

    /**
     * A part of the content came.
     *
     * @param bytes how many there are by now, decompressed
     * @param expectedBytes how many there will be, or -1 where the server does not say, or compressed them
     */
    default void receives(String address, long bytes, long expectedBytes) {}

    /**
     * An answer is there.
     *
     * @param bytes the size of its content, decompressed; 0 where it was not read
     */
    default void answered(String address, int status, long bytes) {}

    /** No answer came, or not all of it. */
    default void failed(String address, String cause) {}

    /** The same is asked again after a pause. */
    default void pauses(Duration pause) {}
}
