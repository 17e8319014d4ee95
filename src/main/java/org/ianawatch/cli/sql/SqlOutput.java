package org.ianawatch.cli.sql;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ianawatch.cli.console.Paging;
import org.ianawatch.report.Style;
import org.ianawatch.report.TableLayout;
import org.ianawatch.report.TextTable;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.Home;
import org.jspecify.annotations.Nullable;

/** Where answers go: the screen, page by page if that is wanted, or a file. */
final class SqlOutput {
    private final SqlScreen screen;
    private final SqlSettings settings;
    private final Home home;
    private @Nullable Path file;
    private @Nullable PrintStream written;

    SqlOutput(SqlScreen screen, SqlSettings settings, Home home) {
        this.screen = screen;
        this.settings = settings;
        this.home = home;
    }

    /** Begins an answer. */
    Paging.Page open() {
        return written == null ? onScreen() : new Plain(written);
    }

    /** Begins what is for the person alone, wherever answers go. */
    Paging.Page onScreen() {
        return screen.isConversation() && settings.isPaged() ? new LongAnswer(screen) : new Plain(screen.out());
    }

    /** How rows are laid out there. */
    TableLayout layout() {
        return written == null
                ? new TableLayout(screen.style(), screen.width().getAsInt(), settings.expansion())
                : new TableLayout(Style.PLAIN, TextTable.STANDARD_COLUMNS, settings.expansion());
    }

    /**
     * Sends what follows to a file, which is emptied, or to the screen.
     *
     * @param wanted null for the screen
     * @throws IllegalArgumentException when the file cannot be written
     */
    void redirect(@Nullable Path wanted) {
        close();
        if (wanted == null) {
            return;
        }
        try {
            if (home.keeps(wanted)) {
                throw new IllegalArgumentException(
                        wanted + " belongs to the store in " + home.directory() + ": name another file");
            }
            written = new PrintStream(
                    new BufferedOutputStream(Files.newOutputStream(wanted)), false, StandardCharsets.UTF_8);
            file = wanted;
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    "cannot write " + wanted + " (" + FileReason.of(failed) + "): name another file", failed);
        }
    }

    /** Closes the file, if answers go to one. */
    void close() {
        PrintStream stream = written;
        written = null;
        if (stream != null) {
            stream.close();
            if (stream.checkError()) {
                throw new IllegalArgumentException("cannot write all of " + file + ": is there space left for it?");
            }
        }
    }

    /** An answer without a pager. */
    private record Plain(PrintStream out) implements Paging.Page {
        @Override
        public boolean isLeft() {
            return false;
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
