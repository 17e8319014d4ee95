package org.ianawatch.cli.console;

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
import org.ianawatch.report.TextTable;

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
 * @param manners what the person who runs it wants
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream error,
        Map<String, String> environment,
        Clock clock,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errorIsTerminal,
        Manners manners) {
    private static final int NARROWEST = 40;

    /** With the manners that are usual. */
    public Console(
            InputStream in,
            PrintStream out,
            PrintStream error,
            Map<String, String> environment,
            Clock clock,
            boolean inIsTerminal,
            boolean outIsTerminal,
            boolean errorIsTerminal) {
        this(in, out, error, environment, clock, inIsTerminal, outIsTerminal, errorIsTerminal, Manners.STANDARD);
    }

    /** The streams of the process. The launcher tells which are terminals, because Java cannot. */
    public static Console ofProcess(StandardOutput standardOutput) {
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

    /** The same for a person who wants other manners. */
    public Console with(Manners wanted) {
        return new Console(in, out, error, environment, clock, inIsTerminal, outIsTerminal, errorIsTerminal, wanted);
    }

    /** The same in another environment. */
    public Console with(Map<String, String> other) {
        return new Console(in, out, error, other, clock, inIsTerminal, outIsTerminal, errorIsTerminal, manners);
    }

    /** The same, with another way to the same eyes. */
    public Console with(PrintStream other) {
        return new Console(in, other, error, environment, clock, inIsTerminal, outIsTerminal, errorIsTerminal, manners);
    }

    /**
     * Colour on a terminal that is not {@code TERM=dumb}, unless {@code NO_COLOR} is set (no-color.org), and elsewhere where
     * {@code CLICOLOR_FORCE} is (bixense.com/clicolors).
     */
    public Style style() {
        return Style.colour(
                switch (manners.colour()) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AUTO ->
                        !isSet("NO_COLOR")
                                && (isForced()
                                        || (outIsTerminal
                                                && !environment
                                                        .getOrDefault("TERM", "")
                                                        .equals("dumb")));
                });
    }

    private boolean isForced() {
        return isSet("CLICOLOR_FORCE")
                && !environment.getOrDefault("CLICOLOR_FORCE", "").equals("0");
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    /** The columns that texts are made for: those that {@code COLUMNS} says, those of the terminal, or 80. */
    public int columns() {
        for (String known :
                new String[] {environment.getOrDefault("COLUMNS", ""), System.getProperty("ianawatch.columns", "")}) {
            if (known.matches("[1-9]\\d{0,3}")) {
                return Math.max(NARROWEST, Integer.parseInt(known));
            }
        }
        return TextTable.STANDARD_COLUMNS;
    }

    /** A table in the width that there is. */
    public TextTable table() {
        return new TextTable(style(), columns());
    }

    /** Tells a person something that is not the answer. */
    public void say(String message) {
        out.flush();
        error.println("ianawatch: " + message);
        error.flush();
    }

    private static PrintStream stream(OutputStream descriptor) {
        return new PrintStream(new BufferedOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
