package org.ianawatch.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.registry.Registry;

/** How far a writer has come with the store that it has open, whichever registry it changes. Not for several threads. */
final class Progress {
    /** Publishes what is committed. */
    final Publisher publisher;

    /** Whether the file is being made, and stays where it is when it is closed; or is gone then. */
    boolean isUnfinished;

    boolean isBeside;
    /** Whether snapshots were added one by one, which stand loosely in the file. */
    boolean isLoose;

    boolean isShutDown;
    /** Whether something was committed that is not published yet. */
    boolean isUnpublished;
    /** Whether that is left to the end. */
    boolean isPublishedLast;
    /** The registries of which snapshots or rows may be among that. */
    final Map<Registry.Id, Store> changed = new LinkedHashMap<>();

    Progress(Publisher publisher) {
        this.publisher = publisher;
    }
}
