package org.ianawatch.cli.console;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.NoSuchSnapshotException;
import org.ianawatch.store.backup.UnusableBackupException;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnreadableStoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.UnwritableStoreException;
import org.ianawatch.sync.ImportRefusedException;

/** What each failure means to the shell and to a person. */
public final class Failures {
    /** How the program ends. */
    public record Verdict(int exitCode, String message) {}

    private Failures() {}

    /** How the program ends by a failure, and what it says; safe for a terminal. */
    public static Verdict judge(Exception failed) {
        if (failed instanceof UsageException
                || failed instanceof NoSuchSnapshotException
                || failed instanceof UnusableStoreException) {
            return verdict(ExitCode.USAGE, failed);
        }
        if (failed instanceof SourceUnreadableException
                || failed instanceof UnreadableFileException
                || failed instanceof UnwritableFileException
                || failed instanceof UnusableBackupException
                || failed instanceof UnreadableStoreException
                || failed instanceof UnwritableStoreException) {
            return verdict(ExitCode.UNREADABLE, failed);
        }
        if (failed instanceof IOException unreadable) {
            return new Verdict(ExitCode.UNREADABLE, TerminalText.safe(reason(unreadable)));
        }
        if (failed instanceof ImportRefusedException refused) {
            return verdict(refused.isMalformed() ? ExitCode.UNREADABLE : ExitCode.QUARANTINED, failed);
        }
        if (failed instanceof StoreBusyException) {
            return verdict(ExitCode.BUSY, failed);
        }
        if (failed instanceof StoreException) {
            return verdict(ExitCode.DEFECT, failed);
        }
        return new Verdict(ExitCode.DEFECT, "a defect of the program: " + TerminalText.safe(failed.toString()));
    }

    private static String reason(IOException failed) {
        String file = failed instanceof FileSystemException system ? system.getFile() : null;
        return "cannot read or write" + (file == null ? "" : " " + file) + ": " + FileReason.of(failed);
    }

    /** Says what went wrong, and where in the program if that is asked for, or is the way to ask for it. */
    public static int say(Exception failed, boolean debug, Console console) {
        Verdict verdict = judge(failed);
        console.say(verdict.message());
        if (debug) {
            failed.printStackTrace(console.error());
            console.error().flush();
        } else if (verdict.exitCode() == ExitCode.DEFECT) {
            console.say("the same command with --debug shows where");
        }
        return verdict.exitCode();
    }

    private static Verdict verdict(int exitCode, Exception failed) {
        return new Verdict(exitCode, TerminalText.safe(String.valueOf(failed.getMessage())));
    }
}
