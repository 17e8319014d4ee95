package org.ianawatch.diff.planted;

import org.ianawatch.csv.CsvLine;

/** What no class of this room may do. */
public record ForbiddenArrow(CsvLine other) {}
