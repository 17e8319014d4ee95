package org.ianawatch.cli;

import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
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
            console.out().printf(Locale.ROOT, "%s %s, %,d changes%n", name(file), snapshot.label(), found);
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
                            "Imported %,d snapshots with %,d changes; %,d files were in the store already.%n",
                            stored,
                            changes,
                            known);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
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
