package org.ianawatch.cli.uses;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.report.Json;
import org.ianawatch.report.Members;
import org.ianawatch.store.RecordedChange;
import org.jspecify.annotations.Nullable;

/** Shows what changed of this site's uses. */
final class UsesCheckPrinter {
    private final PrintStream out;

    UsesCheckPrinter(PrintStream out) {
        this.out = out;
    }

    void print(UsesCheck check, ListFormat format) throws IOException {
        if (format == ListFormat.JSON) {
            Json.write(json(check), out);
        } else if (check.uses().isEmpty()) {
            out.println("No uses to check: 'ianawatch uses add' takes the first.");
        } else {
            text(check);
        }
    }

    private void text(UsesCheck check) {
        List<UsesCheck.Finding> telling = check.telling();
        for (UsesCheck.Finding finding : telling) {
            RecordedChange recorded = finding.recorded();
            out.println(finding.sentence().text() + " (" + Dates.day(recorded.observedAt()) + ", snapshot "
                    + recorded.snapshot() + ")");
        }
        String span =
                " since " + check.since() + "; the newest is " + check.newest().label();
        if (telling.isEmpty()) {
            out.println("Nothing changed for " + count(check.uses().size(), "use") + span + ".");
        } else {
            long touched =
                    telling.stream().map(UsesCheck.Finding::siteUse).distinct().count();
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

    private static Map<String, @Nullable Object> json(UsesCheck check) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("snapshot", check.newest().number());
        object.put("observed_at", check.newest().observedAt());
        object.put("uses", check.uses());
        List<Object> changes = new ArrayList<>();
        for (UsesCheck.Finding finding : check.findings()) {
            Map<String, @Nullable Object> change = new LinkedHashMap<>();
            change.put("use", finding.siteUse().use());
            change.put("note", finding.siteUse().note());
            change.put("meaning", finding.sentence().text());
            change.putAll(Members.of(finding.recorded()));
            changes.add(change);
        }
        object.put("changes", changes);
        return object;
    }
}
