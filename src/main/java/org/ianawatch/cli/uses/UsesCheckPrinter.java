package org.ianawatch.cli.uses;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.Json;
import org.ianawatch.store.SnapshotEntry;

/** Shows what changed of this site's uses. */
final class UsesCheckPrinter {
    /** What {@code docs/json.md} describes. */
    private record Checked(int snapshot, Instant observedAt, List<SiteUse> uses, List<UsesCheck.Finding> changes) {}

    private final PrintStream out;

    UsesCheckPrinter(PrintStream out) {
        this.out = out;
    }

    void print(UsesCheck check, ListFormat format) throws IOException {
        if (format == ListFormat.JSON) {
            SnapshotEntry newest = check.newest();
            Json.write(new Checked(newest.number(), newest.observedAt(), check.uses(), check.findings()), out);
        } else if (check.uses().isEmpty()) {
            out.println("No uses to check: 'ianawatch uses add' takes the first.");
        } else {
            text(check);
        }
    }

    private void text(UsesCheck check) {
        List<UsesCheck.Finding> telling = check.telling();
        for (UsesCheck.Finding finding : telling) {
            out.println(finding.meaning() + " (" + Dates.day(finding.observedAt()) + ", snapshot " + finding.snapshot()
                    + ")");
        }
        String span =
                " since " + check.since() + "; the newest is " + check.newest().label();
        if (telling.isEmpty()) {
            out.println("Nothing changed for " + count(check.uses().size(), "use") + span + ".");
        } else {
            long touched =
                    telling.stream().map(UsesCheck.Finding::use).distinct().count();
            out.println("\n" + count(telling.size(), "change") + " to " + touched + " of "
                    + count(check.uses().size(), "use") + span);
        }
        int folded = check.findings().size() - telling.size();
        if (folded > 0) {
            out.println(count(folded, "cosmetic change")
                    + " (white space, spelling of references, Modification Date) not shown; --format json has "
                    + (folded == 1 ? "it" : "them"));
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
