package org.ianawatch.registry.planted;

import org.ianawatch.csv.planted.OneWay;

/** The other half of a cycle. */
public record TheOtherWay(OneWay other) {}
