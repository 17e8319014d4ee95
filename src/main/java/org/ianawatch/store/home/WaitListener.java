package org.ianawatch.store.home;

/** Hears of a wait for another process that takes long. */
@FunctionalInterface
public interface WaitListener {
    /** Nobody hears of it. */
    WaitListener NONE = holder -> {};

    /**
     * A wait goes on, and this is said once.
     *
     * @param holder who is waited for, in words: {@code ianawatch sync, process 4711, since 2026-11-01T06:00:00Z}
     */
    void waits(String holder);
}
