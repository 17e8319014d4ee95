package org.ianawatch.cli;

import java.io.IOException;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.StandardOutput;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs one command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        StandardOutput out = new StandardOutput();
        Console console = Console.ofProcess(out);
        int exitCode = run(console, arguments);
        console.out().flush();
        IOException lost = out.failure();
        if (lost != null) {
            console.say("cannot write the whole answer to standard output: " + lost.getMessage());
            exitCode = ExitCode.UNREADABLE;
        }
        console.error().flush();
        System.exit(exitCode);
    }

    static int run(Console console, String... arguments) {
        try {
            return new Program(console).run(arguments);
        } catch (OutOfMemoryError tooMuch) {
            console.say("java's memory is used up (" + tooMuch.getMessage()
                    + "); IANAWATCH_JAVA_OPTIONS=-Xmx2g gives it more");
            return ExitCode.DEFECT;
        }
    }
}
