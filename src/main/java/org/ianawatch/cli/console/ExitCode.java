package org.ianawatch.cli.console;

/** What the program tells the shell; the same for every command. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int DIFFERENT = 1;
    public static final int USAGE = 2;
    public static final int UNREADABLE = 3;
    public static final int QUARANTINED = 4;
    public static final int BUSY = 5;
    public static final int PENDING = 6;
    /** After EX_SOFTWARE of sysexits.h. */
    public static final int DEFECT = 70;

    private ExitCode() {}

    /** What a run ends with that would end with a code, and has left alerts pending or not. */
    public static int with(int code, boolean isPending) {
        return isPending && (code == DONE || code == DIFFERENT) ? PENDING : code;
    }
}
