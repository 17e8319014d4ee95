package org.ianawatch.cli.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.ianawatch.cli.console.Paging;
import org.ianawatch.made.Hang;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.report.RowFormat;
import org.ianawatch.report.Style;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.query.QueryLimits;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** A person at the prompt of a store, with a terminal of JLine's that reads what was typed before. */
final class Conversation {
    private final Path home;
    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Size size;

    /**
     * A conversation that has not begun.
     *
     * @param home of the store
     * @param folder of the person
     */
    Conversation(Path home, Path folder, Size size) {
        this.home = home;
        this.folder = folder;
        this.size = size;
    }

    /** Types the keys, and gives what was printed. */
    String of(InputStream keys, Paging pages) throws IOException {
        try (Terminal terminal = new DumbTerminal(keys, OutputStream.nullOutputStream())) {
            terminal.setSize(size);
            try (SqlSession session = session(terminal, pages)) {
                on(terminal, session, pages);
            }
        }
        return printed();
    }

    /** Talks on the terminal until it ends. */
    void on(Terminal terminal, SqlSession session, Paging pages) {
        try {
            new SqlPrompt(screen().on(terminal, pages), session, terminal, session.views()).converse();
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }

    SqlSession session(Terminal terminal, Paging pages) {
        return new SqlSession(
                screen().on(terminal, pages),
                new Home(home, PortRegistry.REGISTRY),
                Hang.LIMIT,
                new QueryLimits(Hang.LIMIT, 100),
                null,
                RowFormat.TABLE);
    }

    /** What was printed until here. */
    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Where everything is printed, which stays in order with what is typed. */
    PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private SqlScreen screen() {
        return SqlScreen.endless(
                out(),
                out(),
                Style.PLAIN,
                Map.of(
                        "XDG_STATE_HOME", folder.resolve("state").toString(),
                        "HOME", folder.toString()),
                Clock.fixed(Instant.parse("2026-11-15T06:00:00Z"), ZoneOffset.UTC),
                failed -> String.valueOf(failed.getMessage()),
                100);
    }
}
