package org.ianawatch.sync;

import java.nio.file.Path;
import org.ianawatch.store.SnapshotEntry;

/** Hears how an import gets on; each call comes when what it says is on the disk. */
public interface ImportListener {
    /**
     * A file became a snapshot.
     *
     * @param changes how many changes it brought
     */
    void stored(Path file, SnapshotEntry snapshot, int changes);

    /** A file says what the snapshot in force at its date says; nothing was stored. */
    void known(Path file, SnapshotEntry snapshot);

    /** The guard would have refused a file, and it was taken all the same. */
    void doubted(Path file, Refusal refusal);
}
