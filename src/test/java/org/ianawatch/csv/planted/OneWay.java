package org.ianawatch.csv.planted;

import org.ianawatch.registry.planted.TheOtherWay;

/** Half of a cycle. */
public record OneWay(TheOtherWay other) {}
