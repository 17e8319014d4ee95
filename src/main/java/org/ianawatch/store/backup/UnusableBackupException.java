package org.ianawatch.store.backup;

/** A file is no backup, or one that cannot be brought back; the store that was there is as it was. */
public final class UnusableBackupException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableBackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
