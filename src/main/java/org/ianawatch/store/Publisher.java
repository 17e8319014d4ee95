package org.ianawatch.store;

import java.util.Collection;
import org.ianawatch.store.home.Home;

/**
 * Publishes what readers ask for, so that they need not open the store. Who changes a store need not think of it: it is called after
 * each commit, and when the store was closed. What cannot be published is published by the next reader, who can tell.
 */
public interface Publisher {
    /** What was read of a store, to be published. */
    interface Publication {
        /**
         * Publishes it.
         *
         * @return whether that could be done; what could not is tried again with the next commit
         */
        boolean publish();
    }

    /** Publishes nothing: the next reader does. */
    Publisher NONE = new Publisher() {
        @Override
        public boolean isCurrent(Home home) {
            return true;
        }

        @Override
        public Publication read(Store store, Collection<Store> changed) {
            return () -> true;
        }

        @Override
        public void opening(Home home) {}

        @Override
        public void closed(Home home) {}
    };

    /** Whether all that was published is of the store's file as it is, which is not open. */
    boolean isCurrent(Home home);

    /** Notes, where all that was published is current, that a writer opens the store, and publishes what it commits. */
    void opening(Home home);

    /**
     * Reads what was committed, to be published.
     *
     * @param store open, between two transactions
     * @param changed the same store, once for each registry of which snapshots or rows may have changed
     */
    Publication read(Store store, Collection<Store> changed);

    /** Notes that the store's file was closed by the writer of whom all commits were published. */
    void closed(Home home);
}
