package org.ianawatch.made;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved, forwards or back. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** A clock that stands at a time. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Moves it. */
    public void move(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the tests are in UTC");
    }
}
