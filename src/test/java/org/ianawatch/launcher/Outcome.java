package org.ianawatch.launcher;

import java.util.List;

/** How one process ended. Both outputs are there whole, as UTF-8. */
record Outcome(int exitCode, String output, String errors) {

    List<String> outputLines() {
        return output.lines().toList();
    }

    List<String> errorLines() {
        return errors.lines().toList();
    }
}
