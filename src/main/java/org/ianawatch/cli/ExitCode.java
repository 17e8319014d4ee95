package org.ianawatch.cli;

/** What the program tells the shell; the same for every command. */
final class ExitCode {
    static final int DONE = 0;
    static final int DIFFERENT = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int QUARANTINED = 4;
    static final int BUSY = 5;
    static final int PENDING = 6;
    /** After EX_SOFTWARE of sysexits.h. */
    static final int DEFECT = 70;

    private ExitCode() {}

    /** What a run ends with that would end with a code, and has left alerts pending or not. */
    static int with(int code, boolean isPending) {
        return isPending && (code == DONE || code == DIFFERENT) ? PENDING : code;
    }
}
