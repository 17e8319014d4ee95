package org.ianawatch.registry.planted;

/** Half of a circle of files, which is closed by a nested class. */
public record Half(OtherHalf other) {
    /** What the other half names. */
    public record Nested() {}
}
