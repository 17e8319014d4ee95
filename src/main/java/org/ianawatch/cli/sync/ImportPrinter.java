package org.ianawatch.cli.sync;

import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.ianawatch.cli.console.Console;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.sync.ImportListener;
import org.ianawatch.sync.Refusal;
import org.jspecify.annotations.Nullable;

/** Says how an import gets on: a bar to a person at a terminal, else a line for each file that became a snapshot. */
final class ImportPrinter implements ImportListener, AutoCloseable {
    private final Console console;
    private final boolean quiet;
    private final @Nullable ProgressBar bar;
    private int stored;
    private int known;
    private int changes;

    ImportPrinter(Console console, int files, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.bar = console.errorIsTerminal() && !quiet ? bar(console, files) : null;
    }

    @Override
    public void stored(Path file, SnapshotEntry snapshot, int found) {
        stored++;
        changes += found;
        if (bar != null) {
            bar.step();
        } else if (!quiet) {
            console.out().printf(Locale.ROOT, "%s %s, %s%n", name(file), snapshot.label(), count(found, "change"));
            console.out().flush();
        }
    }

    @Override
    public void known(Path file, SnapshotEntry snapshot) {
        known++;
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void doubted(Path file, Refusal refusal) {
        console.say("warning: " + name(file) + ": " + TerminalText.safe(refusal.message()));
    }

    /** Says what was done in all. */
    void end() {
        if (!quiet) {
            close();
            console.out()
                    .printf(
                            Locale.ROOT,
                            "Imported %s with %s; %s in the store already.%n",
                            count(stored, "snapshot"),
                            count(changes, "change"),
                            count(known, "file"));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String name(Path file) {
        return TerminalText.safe(String.valueOf(file.getFileName()));
    }

    private static ProgressBar bar(Console console, int files) {
        return new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(files)
                .setUnit(" files", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(console.error(), 100))
                .build();
    }
}
