package org.ianawatch.registry.planted;

/** The other half of a circle of files. */
public record OtherHalf(Half.Nested nested) {}
