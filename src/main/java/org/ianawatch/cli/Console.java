package org.ianawatch.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.ianawatch.report.Style;

/**
 * What surrounds a run of the program.
 *
 * @param in standard input
 * @param out standard output, UTF-8
 * @param error standard error, UTF-8
 * @param environment the environment variables
 * @param clock the time
 * @param inIsTerminal whether a person types standard input
 * @param outIsTerminal whether a person watches standard output
 * @param errorIsTerminal whether a person watches standard error
 */
record Console(
        InputStream in,
        PrintStream out,
        PrintStream error,
        Map<String, String> environment,
        Clock clock,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errorIsTerminal) {
    /** The streams of the process. The launcher tells which are terminals, because Java cannot. */
    static Console ofProcess(StandardOutput standardOutput) {
        String terminals = System.getProperty("ianawatch.terminals", "");
        return new Console(
                System.in,
                stream(standardOutput),
                stream(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                Clock.systemUTC(),
                terminals.contains("in"),
                terminals.contains("out"),
                terminals.contains("error"));
    }

    /** Colour on a terminal, unless {@code NO_COLOR} is set (no-color.org). */
    Style style() {
        return Style.colour(
                outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Tells a person something that is not the answer. */
    void say(String message) {
        out.flush();
        error.println("ianawatch: " + message);
        error.flush();
    }

    private static PrintStream stream(OutputStream descriptor) {
        return new PrintStream(new BufferedOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
