package org.ianawatch.report;

import java.io.IOException;
import org.ianawatch.diff.ChangeSet;

/** Writes a change set in one format. Stateless; safe for use by many threads. */
public interface Report {
    /**
     * Writes the whole report, with a line end after its last line. The same input gives the same characters; lines
     * end with LF on every system.
     *
     * @param out is neither flushed nor closed
     * @throws IOException when {@code out} throws it
     */
    void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException;
}
