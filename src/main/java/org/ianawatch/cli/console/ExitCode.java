package org.ianawatch.cli.console;

/** What the program tells the shell; the same for every command. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** There are differences, and somebody asked for that by {@code --exit-code}. */
    public static final int DIFFERENT = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** The source, or a file, could not be read, or written. */
    public static final int UNREADABLE = 3;
    /** What was read is quarantined. */
    public static final int QUARANTINED = 4;
    /** Another run holds the store. */
    public static final int BUSY = 5;
    /** Alerts are pending. */
    public static final int PENDING = 6;
    /** A defect of the program or of the store, after EX_SOFTWARE of sysexits.h. */
    public static final int DEFECT = 70;

    private ExitCode() {}

    /** What a run ends with that would end with a code, and has left alerts pending or not. */
    public static int with(int code, boolean isPending) {
        return isPending && (code == DONE || code == DIFFERENT) ? PENDING : code;
    }
}
