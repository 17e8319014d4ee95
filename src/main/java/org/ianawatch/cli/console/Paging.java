package org.ianawatch.cli.console;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Shows answers that are longer than the screen. */
@FunctionalInterface
public interface Paging {
    /** Where one answer goes. */
    interface Page extends AutoCloseable {
        /** What it shows, UTF-8. */
        PrintStream out();

        /** Whether who reads has seen enough; what is written from then on is dropped. */
        boolean isLeft();

        /** Ends the answer, and waits until it was seen. */
        @Override
        void close();
    }

    /** Begins an answer; null where there is no pager. */
    @Nullable
    Page open();
}
