package org.ianawatch.cli.sql;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.ianawatch.cli.console.Paging;
import org.ianawatch.report.Style;
import org.jline.terminal.Terminal;

/**
 * What surrounds a session.
 *
 * @param out where answers go, UTF-8
 * @param error where the rest goes, UTF-8
 * @param style of what goes to {@code out}
 * @param environment the environment variables
 * @param clock from whose time dates are counted back
 * @param reason what a failure that ends no prompt means to a person, in a sentence that is safe for a terminal
 * @param paging shows what is longer than the screen
 * @param width in columns
 * @param height in lines; an answer that is longer is paged
 * @param isConversation whether a person types at a prompt, who is told what a command did
 */
public record SqlScreen(
        PrintStream out,
        PrintStream error,
        Style style,
        Map<String, String> environment,
        Clock clock,
        Function<Exception, String> reason,
        Paging paging,
        IntSupplier width,
        IntSupplier height,
        boolean isConversation) {
    /** A screen of any height, on which no answer is paged. */
    public static SqlScreen endless(
            PrintStream out,
            PrintStream error,
            Style style,
            Map<String, String> environment,
            Clock clock,
            Function<Exception, String> reason,
            int columns) {
        return new SqlScreen(
                out,
                error,
                style,
                environment,
                clock,
                reason,
                () -> null,
                () -> columns,
                () -> Integer.MAX_VALUE,
                false);
    }

    /** The same, for a conversation on a terminal, in its size. */
    SqlScreen on(Terminal terminal, Paging pages) {
        return new SqlScreen(
                out,
                error,
                style,
                environment,
                clock,
                reason,
                pages,
                () -> terminal.getSize().getColumns() > 0 ? terminal.getSize().getColumns() : width.getAsInt(),
                () -> terminal.getSize().getRows() > 0 ? terminal.getSize().getRows() : Integer.MAX_VALUE,
                true);
    }

    /** Tells a person something that is not the answer. */
    void say(String message) {
        out.flush();
        error.println("ianawatch: " + message);
        error.flush();
    }

    /** Tells a person at a prompt what is so from here on. */
    void note(String message) {
        if (isConversation) {
            out.println(message);
        }
    }
}
