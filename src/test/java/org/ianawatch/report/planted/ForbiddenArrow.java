package org.ianawatch.report.planted;

import org.ianawatch.csv.CsvReader;

/** What no class of this room may do: of {@code csv} it may use the writer of lines alone. */
public record ForbiddenArrow(CsvReader other) {}
