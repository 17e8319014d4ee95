package org.ianawatch.fetch;

import java.time.Duration;

/** Times and sizes in words. */
final class Quantity {
    private Quantity() {}

    /** Exact below a second; else in whole units, rounded up. */
    static String of(Duration time) {
        if (time.toMillis() < 1000) {
            return time.toMillis() + " ms";
        }
        long seconds = time.plusNanos(999_999_999).toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        if (seconds % 60 == 0 || minutes >= 10) {
            return minutes < 120 ? minutes + " min" : (minutes + 59) / 60 + " h";
        }
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    static String of(long bytes) {
        if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MiB";
        }
        return bytes >= 1 << 10 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : bytes + " bytes";
    }
}
