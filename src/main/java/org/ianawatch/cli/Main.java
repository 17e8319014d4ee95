package org.ianawatch.cli;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs one command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int exitCode = new Program(console).run(arguments);
        console.out().flush();
        console.error().flush();
        System.exit(exitCode);
    }
}
