package org.ianawatch.cli.sql;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jline.reader.impl.history.DefaultHistory;

/** What was run, and of a statement within which a command was typed nothing before it is complete. */
final class SqlHistory extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
        String run = SqlScript.typed(line).pieces().stream()
                .map(piece -> piece.isCommand()
                        ? piece.text()
                        : piece.text() + (piece.isExpanded() ? " " + SqlScript.GO_EXPANDED : ";"))
                .collect(Collectors.joining("\n"));
        if (!run.isEmpty()) {
            super.add(time, run);
        }
    }
}
