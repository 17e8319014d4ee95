package org.ianawatch.store.backup;

import java.util.Locale;

/** What a backup holds. */
public enum BackupForm {
    /** The database's file: quick to make and to bring back. */
    DATABASE,
    /** Every snapshot as it was published, and the rest as CSV: for any version of the database, and other programs. */
    PORTABLE;

    /** The word in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
